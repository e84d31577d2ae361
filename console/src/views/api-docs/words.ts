import { wordsOf } from '../../language.tsx';

const zhCN = {
  title: 'API 文档',
  filter: '筛选接口',
  none: '没有符合条件的接口。',
  operations: '接口列表',
  start: '概述',
  raw: 'OpenAPI 3.1 文档（JSON）',
  english: '接口说明取自 OpenAPI 文档，仅有英文。',
  parameters: '参数',
  body: '请求正文',
  answers: '成功响应',
  errors: '错误',
  errorsLead: '错误以 application/problem+json 返回；type 是固定名称。',
  example: '示例',
  fields: '字段',
  required: '必填',
  optional: '可选',
  noBody: '没有正文。',
  call: '用 curl 调用',
  access: { open: '无需登录', session: '会话', apiKey: 'API 密钥' },
  where: { path: '路径', query: '查询', header: '请求头' },
  answeredBy: '可能返回此错误的接口',
  status: '状态码',
  unknownProblem: '没有这种错误',
  unknownProblemLead: 'API 不会返回这种错误，请查看左侧列表。',
};

export type ApiDocsWords = typeof zhCN;

const en: ApiDocsWords = {
  title: 'API documentation',
  filter: 'Filter operations',
  none: 'No operation matches.',
  operations: 'Operations',
  start: 'Overview',
  raw: 'OpenAPI 3.1 document (JSON)',
  english: 'The texts about operations come from the OpenAPI document.',
  parameters: 'Parameters',
  body: 'Request body',
  answers: 'Good answers',
  errors: 'Errors',
  errorsLead: 'Errors come as application/problem+json; their type is a name that stays.',
  example: 'Example',
  fields: 'Fields',
  required: 'required',
  optional: 'optional',
  noBody: 'Without a body.',
  call: 'Call it with curl',
  access: { open: 'open to everybody', session: 'session', apiKey: 'API key' },
  where: { path: 'path', query: 'query', header: 'header' },
  answeredBy: 'Operations that may answer it',
  status: 'Status',
  unknownProblem: 'There is no such problem',
  unknownProblemLead: 'The API answers nothing of this name; look at the operations.',
};

export const useApiDocsWords = wordsOf<ApiDocsWords>({ 'zh-CN': zhCN, en });
