import type { QueuedRun } from '../../adapters/bulk-retries.ts';
import type { Obstacle } from '../../domain/bulk-retry.ts';
import type { Language } from '../../domain/language.ts';

interface Texts { readonly obstacles: Readonly<Record<Obstacle, string>>; readonly failed: (errorClass: string) => string }

const zh: Texts = {
  obstacles: { gone: '该执行已不再保存。', changed: '选定之后，该执行的状态已发生变化，未作任何操作。', 'nothing left': '该执行已没有可以重新投递的内容，或其事件已不再保存。' },
  failed: (errorClass) => `未能重新投递：${errorClass}。执行保持原状，可以再次重新投递。`,
};

const en: Texts = {
  obstacles: {
    gone: 'The run is no longer kept.', changed: 'The run has moved since it was selected, so nothing was done.', 'nothing left': 'Nothing of the run is left to be redriven, or its event is no longer kept.',
  },
  failed: (errorClass) => `It could not be redriven: ${errorClass}. The run stands as it was, and can be redriven again.`,
};

const texts: Readonly<Record<Language, Texts>> = { 'zh-CN': zh, en };

/** Why a run was not taken up, where it was not. */
export function detailOf({ status, obstacle, errorClass }: QueuedRun, language: Language): string | undefined {
  if (obstacle) return texts[language].obstacles[obstacle];
  return status === 'FAILED' ? texts[language].failed(errorClass ?? '?') : undefined;
}
