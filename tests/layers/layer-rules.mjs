// Who may import whom (docs/architecture.md): one row per border.

const NODE_BUILTINS =
  '^(node:)?(fs|path|os|crypto|child_process|worker_threads|http|https|net|stream|zlib|url|process|timers|util|events|perf_hooks|buffer)(/|$)';

const border = (name, comment, from, to, more = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...(more.fromNot ? { pathNot: more.fromNot } : {}) },
  to: {
    path: to,
    ...(more.toNot ? { pathNot: more.toNot } : {}),
    ...(more.types ? { dependencyTypesNot: ['type-only'] } : {}),
  },
});

export const LAYER_RULES = [
  border(
    'domain-is-alone',
    'what the product knows depends on nothing that the product does',
    '^src/domain/',
    '^(src/(?!domain/)|electron/)',
  ),
  border('domain-is-pure', 'no I/O in domain', '^src/domain/', NODE_BUILTINS),
  border(
    'domain-has-no-host',
    'no database, UI or Electron in domain',
    '^src/domain/',
    '(^|/)node_modules/(electron|better-sqlite3|drizzle-orm|react|fastify|sharp|@trpc)(/|$)',
  ),
  border('engine-below-api', 'the engine knows no caller', '^src/engine/', '^(src/(api|cli|ui)/|electron/)'),
  border(
    'engine-without-electron',
    'the engine runs on plain Node',
    '^src/engine/',
    '(^|/)node_modules/(electron|react)(/|$)',
  ),
  border(
    'i18n-imports-nothing',
    'texts depend on nothing',
    '^src/i18n/',
    '^(src/(?!(i18n|domain)/)|electron/)',
  ),
  border('api-below-hosts', 'the door knows no host', '^src/api/', '^(src/(cli|ui)/|electron/)'),
  border('cli-through-api', 'the command line comes through the door', '^src/cli/', '^(src/ui/|electron/)'),
  border(
    'ui-knows-types-only',
    'the page sees only the types of the API',
    '^src/ui/',
    '^src/(api|engine|cli)/',
    { types: true },
  ),
  border('ui-without-node', 'the page has no Node', '^src/ui/', NODE_BUILTINS),
  border(
    'shell-without-engine',
    'main and preload know windows, not evidence',
    '^electron/',
    '^src/(engine|ui|cli)/',
    { fromNot: '^electron/engine-entry\\.ts$', types: true },
  ),
  {
    name: 'no-cycles',
    comment: 'no circles',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];
