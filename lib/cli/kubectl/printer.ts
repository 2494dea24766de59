import { quote } from '../../go/format';
import { KubectlError, TemplateFailure } from '../../kubectl/errors';
import { fileProblem } from '../../kubectl/files';
import type { FlagValues } from '../../kubectl/flags/flag';
import type { PRINT_FLAGS } from '../../kubectl/flags/common';
import type { JsonObject } from '../../go/object';
import { withSortedKeys } from '../../go/sorted-keys';
import { toJson } from '../../kubectl/print/json';
import { toKyaml } from '../../kubectl/print/kyaml';
import { toYaml } from '../../kubectl/print/yaml';
import type { DryRun } from '../../kubectl/invocation/dry-run';
import type { Invocation, Printer } from '../../kubectl/invocation/invocation';
import { needsDoubleQuotes, safeData } from '../../report/safe';

type PrintValues = FlagValues<typeof PRINT_FLAGS>;
export type PrintInvocation = Pick<Invocation, 'minor' | 'world' | 'printed' | 'changed'> & {
  readonly values: PrintValues;
};
type Format = (manifest: JsonObject) => string;

const SUFFIX: Readonly<Record<DryRun, string>> = {
  none: '',
  client: ' (dry run)',
  server: ' (server dry run)',
};
const JSON_PATH = ['jsonpath', 'jsonpath-as-json', 'jsonpath-file'];
const GO_TEMPLATE = ['go-template', 'go-template-file', 'template', 'templatefile'];
/** First minor whose kubectl prints KYAML unasked. */
const KYAML_SINCE = 35;

/**
 * What prints (genericclioptions.PrintFlags.ToPrinter, 1.36). `done` is what is said of an object where no
 * form is asked for: `created`.
 *
 * @throws KubectlError if the format is unknown or its template is invalid
 */
export function printerOf(invocation: PrintInvocation, done: string, dryRun: DryRun): Printer {
  const { printed, minor } = invocation;
  const form = plainForm(invocation, `${done}${SUFFIX[dryRun]}`) ?? templateForm(invocation);
  const separated = outputOf(invocation).toLowerCase() === 'yaml';
  let count = 0;
  return {
    print(manifest) {
      if (count++ && separated) printed.stdout += '---\n';
      try {
        printed.stdout += form(manifest);
      } catch (error) {
        if (error instanceof TemplateFailure) printed.stdout += error.printed;
        throw error;
      }
    },
  };

  function templateForm({ values }: PrintInvocation): Format {
    const template = templateOf(values, outputOf(invocation));
    if (!template) {
      throw new KubectlError(
        `unable to match a printer suitable for the output format ${quote(values.output)}, allowed formats are: ${allowedFormats(minor)}`,
      );
    }
    if (!template.text) throw new KubectlError('template format specified but no template given');
    return compileTemplate(
      template.format,
      contentOf(template, invocation),
      values['allow-missing-template-keys'],
    );
  }
}

const outputOf = ({ values: { output, template }, changed }: PrintInvocation) =>
  template && !changed.has('output') ? 'go-template' : output;

function plainForm(invocation: PrintInvocation, done: string): Format | undefined {
  switch (outputOf(invocation).toLowerCase()) {
    case 'json':
      return withoutManagedFieldsUnlessShown((manifest) => safeData(toJson(manifest)), invocation);
    case 'yaml':
      return withoutManagedFieldsUnlessShown(
        (manifest) => safeData(toYaml(manifest, needsDoubleQuotes)),
        invocation,
      );
    case 'kyaml':
      return invocation.minor >= KYAML_SINCE
        ? withoutManagedFieldsUnlessShown((manifest) => safeData(toKyaml(manifest)), invocation)
        : undefined;
    case 'name':
      return (manifest) => `${nameOf(manifest)}\n`;
    case '':
      return (manifest) => (invocation.printed.isUnjudged(manifest) ? '' : `${nameOf(manifest)} ${done}\n`);
    default:
      return undefined;
  }
}

/**
 * A form without what servers note of who has set which field, unless it is asked for
 * (OmitManagedFieldsPrinter, cli-runtime 1.36).
 */
const withoutManagedFieldsUnlessShown = (form: Format, { values }: PrintInvocation): Format =>
  values['show-managed-fields'] ? form : (manifest) => form(withoutManagedFields(manifest));

function withoutManagedFields(manifest: JsonObject): JsonObject {
  const metadata = manifest.metadata as JsonObject | undefined;
  if (!metadata || !Object.hasOwn(metadata, 'managedFields')) return manifest;
  const { managedFields, ...rest } = metadata;
  return { ...manifest, metadata: rest };
}

/** `deployment.apps/web`. */
export function nameOf({ apiVersion, kind, metadata }: JsonObject): string {
  const [group, version] = String(apiVersion).split('/');
  const name = (metadata as JsonObject | undefined)?.name || '<unknown>';
  return `${String(kind).toLowerCase()}${version === undefined ? '' : `.${group}`}/${String(name)}`;
}

const allowedFormats = (minor: number) =>
  [...GO_TEMPLATE, ...JSON_PATH, 'json', 'name', 'yaml', ...(minor >= KYAML_SINCE ? ['kyaml'] : [])]
    .sort()
    .join(',');

interface Template {
  readonly format: string;
  readonly text: string;
}

function templateOf({ template }: PrintValues, output: string): Template | undefined {
  const formats = [...JSON_PATH, ...GO_TEMPLATE];
  if (template) return formats.includes(output) ? { format: output, text: template } : undefined;
  const [, format = output, text = ''] = /^([^=]*)=([^]*)$/.exec(output) ?? [];
  return formats.includes(format) ? { format, text } : undefined;
}

function contentOf({ format, text }: Template, { world }: PrintInvocation): string {
  if (!/file$/.test(format)) return text;
  try {
    return world.files.read(text).toString();
  } catch (error) {
    throw new KubectlError(`error reading --template ${text}, open ${text}: ${fileProblem(error)}`);
  }
}

function compileTemplate(format: string, text: string, missingAllowed: boolean): Format {
  if (JSON_PATH.includes(format)) {
    const { jsonPathForm } =
      require('../../kubectl/print/jsonpath/index') as typeof import('../../kubectl/print/jsonpath');
    const form = jsonPathForm(text, missingAllowed, format === 'jsonpath-as-json');
    return (manifest) => form(withSortedKeys(manifest) as JsonObject);
  }
  const { goTemplateForm } =
    require('../../kubectl/print/go-template/index') as typeof import('../../kubectl/print/go-template');
  return goTemplateForm(text, missingAllowed);
}
