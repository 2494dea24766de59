import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { validateXML, memoryPages } from 'xmllint-wasm';
import { ruleNamed } from '../../lib/validate/catalogue';
import { describeShared } from '../support/shared';
import { badCases, corpus } from './given';
import { type Given, render, reportedOf } from './reported';
import { tricky } from './tricky';

const schema = require('./schemas/sarif-2.1.0-rtm.5.json') as object;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats(ajv);
const isSarif = ajv.compile(schema);

interface Place {
  readonly artifactLocation: { readonly uri: string };
  readonly region: { readonly startLine: number; readonly startColumn: number };
}

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: {
        readonly rules: readonly {
          readonly id: string;
          readonly shortDescription?: { readonly text: string };
        }[];
      };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly message: { readonly text: string };
      readonly locations: readonly { readonly physicalLocation: Place }[];
    }[];
  }[];
}

function expectSarif(text: string): Log {
  const log = JSON.parse(text) as Log;
  expect(isSarif(log) ? [] : isSarif.errors!.slice(0, 5)).toEqual([]);
  const [
    {
      tool: {
        driver: { rules },
      },
      results,
    },
  ] = log.runs;
  for (const {
    ruleId,
    ruleIndex,
    locations: [
      {
        physicalLocation: { artifactLocation, region },
      },
    ],
    message,
  } of results) {
    expect(rules[ruleIndex].id).toBe(ruleId);
    expect(region.startLine * region.startColumn).toBeGreaterThan(0);
    expect(new URL(artifactLocation.uri, 'file:///base/').href).toMatch(/^file:/);
    expect(message.text).not.toBe('');
  }
  expect(rules.filter(({ id, shortDescription }) => !ruleNamed(id) || !shortDescription)).toEqual([]);
  return log;
}

const xsd = {
  fileName: 'junit.xsd',
  contents: readFileSync(join(__dirname, 'schemas/jenkins-junit.xsd'), 'utf8'),
};

async function expectJunit(text: string): Promise<void> {
  const { valid, errors } = await validateXML({
    xml: [{ fileName: 'report.xml', contents: text }],
    schema: [xsd],
    maxMemoryPages: 2 * memoryPages.GiB,
  });
  expect(errors.slice(0, 5).map(({ message }) => message)).toEqual([]);
  expect(valid).toBe(true);
}

test('what is no report is told from one', async () => {
  expect(isSarif({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
  expect(
    isSarif({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'a' } }, results: [{ message: { text: 'a' }, level: 'info' }] }],
    }),
  ).toBe(false);
  await expect(expectJunit('<testsuites><testsuite name="a"/></testsuites>')).rejects.toThrow('tests');
  await expect(expectJunit('<testsuites>\u0001</testsuites>')).rejects.toThrow('PCDATA');
});

test.each([
  ['tricky files', tricky()],
  ['nothing', []],
])('SARIF and JUnit of %s are valid', async (_, manifests) => {
  expectSarif(render('sarif', manifests));
  await expectJunit(render('junit', manifests));
});

function validOf(title: string, given: () => readonly Given[]): void {
  const judged = () => given().flatMap((one) => [...reportedOf(one)]);

  test(`SARIF of ${title} passes the schema of 2.1.0`, () => {
    const manifests = judged();
    const [{ results, tool }] = expectSarif(render('sarif', manifests)).runs;
    expect(results).toHaveLength(manifests.flatMap(({ findings }) => findings).length);
    console.log(
      `SARIF of ${title}: ${results.length} results of ${tool.driver.rules.length} rules are valid`,
    );
  });

  test(`JUnit of ${title} passes the XSD`, async () => {
    const text = render('junit', judged());
    await expectJunit(text);
    console.log(
      `JUnit of ${title}: ${text.match(/<testsuite /g)!.length} suites with ${text.match(/<testcase /g)!.length} cases are valid`,
    );
  });

  test(`JSON of ${title} is one document`, () => {
    const manifests = judged();
    const report = JSON.parse(render('json', manifests)) as {
      readonly version: number;
      readonly manifests: readonly object[];
      readonly summary: object;
    };
    expect(report).toMatchObject({ version: 1, summary: { manifests: manifests.length } });
    expect(report.manifests).toHaveLength(manifests.length);
  });
}

describeShared('corpus', 'published manifests', () => validOf('the corpus', corpus));

describe('what servers refused', () => validOf('500 bad cases', () => badCases(500)));
