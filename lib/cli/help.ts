import { FORMATS } from '../report/formats';
import type { CommandSpec } from './options/command';
import { PROGRAM_NAME } from './program-names';

/*
 * Help text below the options.
 */

export function programHelp(): string {
  const { kubectlSummaries } = require('./kubectl/index') as typeof import('./kubectl/index');
  return `
kubectl commands, offline; they print what kubectl prints with --dry-run:
${kubectlSummaries()
  .map(([name, summary]) => `  ${name.padEnd(11)}${summary}`)
  .join('\n')}

"${PROGRAM_NAME} help create deployment" prints the help of such a command.

Exit code: 0 no findings, 1 findings, 2 the command failed.
`;
}

export const COMMAND_HELP: { readonly [name in CommandSpec['name']]: string } = {
  validate: `
Formats:
${Object.entries(FORMATS)
  .map(([name, { about }]) => `  ${name.padEnd(8)}${about}`)
  .join('\n')}

In a folder, all .yaml, .yml and .json files are read recursively, sorted by
name, except hidden ones and those in node_modules. A folder with several links
to it is read once. Without a path, the paths in the configuration file are
validated, or standard input if it is not a terminal.

Exit code: 0 no errors, 1 errors or no manifests, 2 the command failed or a
file could not be read; the other files are still validated.

Examples:
  pod-patterns validate k8s/
  pod-patterns validate --pod-security restricted --rule image-tag=error k8s/
  pod-patterns validate --kubernetes-version 1.33,1.37 deployment.yaml
  kustomize build overlays/prod | pod-patterns validate -
`,
  'explain-rule': `
Examples:
  pod-patterns explain-rule image-tag
  pod-patterns explain-rule
`,
  completion: `
Examples:
  source <(pod-patterns completion bash)      in ~/.bashrc
  source <(pod-patterns completion zsh)       in ~/.zshrc, after compinit
  pod-patterns completion fish | source       in config.fish
`,
};
