import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib/core';
import { buildConsole } from '../console/build.ts';
import { routes } from '../lambdas/api/index.ts';
import { workflows } from '../lambdas/workflows/index.ts';
import { bundle } from '../lib/bundle.ts';
import { entryPoints } from '../lib/entry-points.ts';
import { addPlatform } from '../lib/platform.ts';
import { stageNamed } from '../lib/stage.ts';

const root = join(import.meta.dirname, '..');
const buildDirectory = process.env['BUILD_DIR'] ?? join(root, '.build');
const consoleDirectory = join(buildDirectory, 'console');

const app = new App();
const stage = stageNamed(String(app.node.tryGetContext('stage') ?? 'local'));
const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
const [code] = await Promise.all([
  bundle(entryPoints(workflows, routes), buildDirectory),
  stage.webHosting ? buildConsole(consoleDirectory) : undefined,
]);
addPlatform(app, stage, { code, consoleDirectory, version });
if (process.env['CDK_VALIDATION'] !== 'false') {
  const { AwsSolutionsChecks } = await import('cdk-nag');
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app, { writeSuppressionsToCloudFormation: true }));
}
app.synth();
