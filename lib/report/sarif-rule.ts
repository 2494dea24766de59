import { ruleNamed } from '../validate/catalogue';
import type { FindingLevel } from '../validate/finding';

export const SARIF_LEVELS: { readonly [level in FindingLevel]: string } = {
  error: 'error',
  warning: 'warning',
  info: 'note',
};

/** A rule as SARIF's reportingDescriptor. */
export function sarifRule(id: string): object {
  const facts = ruleNamed(id);
  if (!facts) return { id };
  const { mistake, why, suggestion, docs, level, stage } = facts;
  const sentences = [mistake, ...(why ? [why] : [])].map(sentence).join(' ');
  const markdown = `${sentences}\n\n**Suggestion:** ${suggestion}\n\n[${id}](${docs})`;
  return {
    id,
    shortDescription: { text: plain(sentence(mistake)) },
    fullDescription: { text: plain(sentences) },
    help: { text: plain(`${sentences} Suggestion: ${suggestion}`), markdown },
    helpUri: docs,
    defaultConfiguration: { level: SARIF_LEVELS[level] },
    properties: { tags: ['kubernetes', stage] },
  };
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const plain = (text: string) => text.replaceAll('`', '');
