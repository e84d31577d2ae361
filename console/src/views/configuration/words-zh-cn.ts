/** The texts of the configuration in Chinese. */
export const zhCN = {
  title: '流程配置',
  lead: '每个流程运行时可以更改的设置；更改只影响之后开始的执行。',
  back: '返回流程配置',
  none: '没有流程',
  columns: { process: '流程', state: '状态', priority: '优先级', version: '配置版本', changed: '最近更改' },
  enabled: '已启用',
  paused: '已暂停',
  never: '从未更改',
  priorities: { low: '低', medium: '中', high: '高' },
  version: (slots: { version: number }) => `版本 ${slots.version}`,
  pause: { name: '暂停流程', effect: '之后的事件会等待，一个也不会丢失；进行中的执行不受影响。', requested: '已暂停流程。' },
  resume: { name: '恢复流程', effect: '等待中的执行随即开始，每次恰好进行一次。', requested: '已恢复流程。' },
  settings: {
    title: '可更改的设置', name: '设置', value: '值', standard: '缺省值', changed: '更改人', byDefault: '缺省',
    names: { compensationEnabled: '失败时补偿', deadline: '期限（秒）', enabled: '启用' },
    hints: {
      compensationEnabled: '关闭后，必需步骤最终失败时不补偿，执行待人工处理。',
      deadline: '执行超过此时间仍未结束时，由协调器介入。',
    },
    bestEffort: (slots: { step: string }) => `执行：${slots.step}`,
    bestEffortHint: '非关键步骤；关闭后跳过。',
    on: '开', off: '关',
    seconds: (slots: { value: number }) => `${slots.value} 秒`,
    notANumber: '请填写整数秒，至少 1。',
  },
  difference: {
    title: '尚未保存的更改', from: '原值', to: '新值', discard: '放弃更改', one: (slots: { name: string; from: string; to: string }) => `${slots.name}：${slots.from} → ${slots.to}`,
    inFlight: (slots: { count: number }) => `目前有 ${slots.count} 次执行在进行中，仍按开始时的设置完成；新值只用于之后开始的执行。`,
  },
  save: { name: '保存更改', requested: '已保存。', effect: (slots: { changes: string }) => `${slots.changes}。只影响之后开始的执行；可以恢复到以前的版本。`, stale: '配置刚被他人更改，已载入最新内容；请核对后再保存。' },
  limits: {
    title: '随部署确定的限制', lead: '这些值属于状态机，只能通过部署更改。可以在此试算一个值是否可行。',
    names: { timeout: '超时（秒）', retryAttempts: '重试次数', retryDelay: '首次重试间隔（秒）', backoffRate: '间隔倍数', parallelTasks: '并行执行', deadLetterQueue: '死信队列', priority: '优先级' },
    limit: '限制', try: '试算', tryValue: '试算的值', same: (slots: { sum: string; timeout: number }) => `这就是当前的值：一个用尽重试的步骤需要 ${slots.sum}，未超过超时 ${slots.timeout} s。`, notChecked: '无法试算，请稍后再试。', yes: '是', no: '否',
  },
  history: {
    title: '更改历史', none: '尚未更改，仍为部署时的设置。', reason: '原因', now: '当前', change: '更改',
    restore: {
      name: '恢复此版本', effect: (slots: { version: number }) => `以新版本的形式重新设置版本 ${slots.version} 的内容。只影响之后开始的执行。`, requested: '已恢复。',
    },
    first: '版本 1：部署时的设置',
  },
};
