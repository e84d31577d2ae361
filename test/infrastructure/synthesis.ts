import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { App } from 'aws-cdk-lib/core';
import type { WorkflowDeclaration } from '../../lambdas/kit/workflow.ts';
import { workflows } from '../../lambdas/workflows/index.ts';
import { addPlatform } from '../../lib/platform.ts';
import { stageNamed, type StageName } from '../../lib/stage.ts';

export type Value = string | number | boolean | null | undefined | readonly Value[] | { readonly [name: string]: Value };
export type Properties = Readonly<Record<string, Value>>;

interface Template {
  readonly Resources?: Readonly<Record<string, { readonly Type: string; readonly Properties?: Properties; readonly Metadata?: Properties; readonly DeletionPolicy?: string }>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: Value; readonly Export?: { readonly Name: string } }>>;
}

export interface Resource {
  readonly stack: string;
  /** Stack and logical id: unique in the app. */
  readonly id: string;
  readonly type: string;
  readonly properties: Properties;
  readonly entry: string | undefined;
  readonly deletionPolicy: string | undefined;
}

/** All templates of one stage, read as one: references across stacks are followed. */
export class Synthesised {
  readonly stacks: readonly string[];
  readonly resources: readonly Resource[];
  private readonly exported: ReadonlyMap<string, { readonly stack: string; readonly value: Value }>;

  constructor(templates: Readonly<Record<string, Template>>) {
    this.stacks = Object.keys(templates);
    this.resources = Object.entries(templates).flatMap(([stack, { Resources = {} }]) => Object.entries(Resources).map(([id, each]) => ({
      stack, id: `${stack}/${id}`, type: each.Type, properties: each.Properties ?? {}, deletionPolicy: each.DeletionPolicy,
      entry: each.Metadata?.['entry'] === undefined ? undefined : text(each.Metadata['entry']),
    })));
    this.exported = new Map(Object.entries(templates).flatMap(([stack, { Outputs = {} }]) => Object.values(Outputs).flatMap(
      ({ Value: value, Export: name }) => (name ? [[name.Name, { stack, value }] as const] : []))));
  }

  all(type: string): readonly Resource[] {
    return this.resources.filter((each) => each.type === type);
  }

  /** A value with its references spelt out: `<stack>/<id>.Arn` for an attribute, `<stack>/<id>` for a reference. */
  spelt(stack: string, value: Value): string {
    if (!isObject(value)) return text(value);
    const [[intrinsic, argument] = ['', undefined]] = Object.entries(value);
    switch (intrinsic) {
      case 'Ref': return text(argument).startsWith('AWS::') ? text(argument) : `${stack}/${text(argument)}`;
      case 'Fn::GetAtt': return `${stack}/${list(argument).map(text).join('.')}`;
      case 'Fn::Join': return list(list(argument)[1]).map((part) => this.spelt(stack, part)).join(text(list(argument)[0]));
      case 'Fn::Sub': return text(argument);
      case 'Fn::ImportValue': {
        const found = this.exported.get(text(argument));
        return found ? this.spelt(found.stack, found.value) : `nothing exports ${text(argument)}`;
      }
      default: return JSON.stringify(value);
    }
  }
}

export const isObject = (value: Value): value is { readonly [name: string]: Value } => typeof value === 'object' && value !== null && !Array.isArray(value);
export const list = (value: Value): readonly Value[] => (value === undefined ? [] : Array.isArray(value) ? (value as readonly Value[]) : [value]);
export const text = (value: Value): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
/** What stands at a path of property names. */
export const at = (value: Value, ...path: readonly string[]): Value => path.reduce<Value>((inner, name) => (isObject(inner) ? inner[name] : undefined), value);

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };

/** The app as it would be deployed, but for the code: what the templates say does not depend on it. */
export function synthesise(name: StageName, declared: readonly WorkflowDeclaration[] = workflows): Synthesised {
  const directory = mkdtempSync(join(tmpdir(), `synthesised-${name}-`));
  const consoleDirectory = join(directory, 'console');
  mkdirSync(consoleDirectory);
  try {
    const app = new App({ context, outdir: join(directory, 'cdk.out'), builtinCloudFormationValidation: false });
    addPlatform(app, stageNamed(name), { code: () => Code.fromInline('exports.handler = () => {};'), consoleDirectory, version: '1.2.3' }, declared);
    return new Synthesised(Object.fromEntries(app.synth().stacks.map(({ stackName, template }) => [stackName, template as Template])));
  } finally {
    rmSync(directory, { recursive: true });
  }
}

const stages = new Map<StageName, Synthesised>();

/** A stage with everything that is declared; synthesised once, however often it is asked for. */
export function synthesised(name: StageName): Synthesised {
  const stage = stages.get(name) ?? synthesise(name);
  stages.set(name, stage);
  return stage;
}
