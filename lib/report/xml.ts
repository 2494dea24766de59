import { TERMINAL_CONTROLS } from './terminal-controls';

/** What XML 1.0 has no way to write: control characters, halves of pairs, and two more. */
const FORBIDDEN = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

const reference = (character: string) => `&#${character.charCodeAt(0)};`;

const allowed = (text: string) => text.replace(FORBIDDEN, '\ufffd');

/** Text of an element. */
export const xmlText = (text: string) =>
  allowed(text)
    .replace(/[&<>\r]/g, (character) => ENTITIES[character])
    .replace(TERMINAL_CONTROLS, reference);

/** An element's beginning, with its attributes. */
export const xmlTag = (name: string, attributes: { readonly [name: string]: string | number }) =>
  `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${attribute(String(value))}"`)].join(' ')}`;

const attribute = (text: string) =>
  allowed(text)
    .replace(/[&<>"\t\n\r]/g, (character) => ENTITIES[character])
    .replace(TERMINAL_CONTROLS, reference);
