// What can go wrong, as a closed list: a stable code, what to tell a person in Chinese and English, and what to do.

import { describeDetail } from './error-details.ts';

export type Language = 'zh-CN' | 'en';

interface ErrorText {
  readonly message: string;
  readonly hint: string;
}

interface ErrorEntry {
  readonly 'zh-CN': ErrorText;
  readonly en: ErrorText;
}

/** The one table of error texts. `{name}` is replaced by the parameter of that name. */
export const ERROR_TABLE = {
  USAGE: {
    'zh-CN': { message: '命令用法有误：{detail}', hint: '运行 casebinder --help 查看全部命令。' },
    en: { message: 'Wrong usage: {detail}', hint: 'Run casebinder --help for all commands.' },
  },
  INPUT_INVALID: {
    'zh-CN': { message: '输入无效：{detail}', hint: '请修改后重试，任何数据都没有被改动。' },
    en: { message: 'Invalid input: {detail}', hint: 'Correct it and try again; nothing was changed.' },
  },
  FFMPEG_NOT_USABLE: {
    'zh-CN': {
      message: '这不是可用的 ffmpeg：{path}',
      hint: '请指定 ffmpeg 程序本身的完整路径；它须能回答 ffmpeg -version。',
    },
    en: {
      message: 'Not a usable ffmpeg: {path}',
      hint: 'Name the full path of the ffmpeg program itself; it must answer ffmpeg -version.',
    },
  },
  NOT_FOUND: {
    'zh-CN': { message: '找不到：{what}', hint: '请检查编号，或用搜索查找。' },
    en: { message: 'Not found: {what}', hint: 'Check the number, or look for it with search.' },
  },
  FOLDER_NOT_FOUND: {
    'zh-CN': { message: '文件夹不存在：{path}', hint: '请检查路径；外接硬盘或网络盘请先连接。' },
    en: {
      message: 'Folder does not exist: {path}',
      hint: 'Check the path; connect the external or network drive first.',
    },
  },
  FOLDER_NOT_READABLE: {
    'zh-CN': { message: '没有权限读取文件夹：{path}', hint: '请在系统中授予读取权限后重试。' },
    en: {
      message: 'No permission to read the folder: {path}',
      hint: 'Give yourself read permission in the system, then try again.',
    },
  },
  FOLDER_NOT_A_DIRECTORY: {
    'zh-CN': { message: '不是文件夹：{path}', hint: '请选择文件夹，而不是单个文件。' },
    en: { message: 'Not a folder: {path}', hint: 'Choose a folder, not a single file.' },
  },
  FOLDER_CONTAINS_ARCHIVE: {
    'zh-CN': {
      message: '文件夹与档案库互相包含：{path}',
      hint: '请选择不含档案库的文件夹，否则档案会收录自己。',
    },
    en: {
      message: 'The folder and the archive lie inside each other: {path}',
      hint: 'Choose a folder outside the archive; otherwise the archive would file itself.',
    },
  },
  FOLDER_ALREADY_WATCHED: {
    'zh-CN': {
      message: '该文件夹或其上级、下级已在监视中：{path}',
      hint: '请先移除已有的文件夹，或直接使用它。',
    },
    en: {
      message: 'This folder, or one above or below it, is already watched: {path}',
      hint: 'Remove the other one first, or simply use it.',
    },
  },
  ARCHIVE_LOCKED: {
    'zh-CN': {
      message: '档案库正在被另一个 Casebinder 使用：{path}',
      hint: '请关闭另一个窗口或命令后重试，数据没有受影响。',
    },
    en: {
      message: 'The archive is in use by another Casebinder: {path}',
      hint: 'Close the other window or command and try again; no data was affected.',
    },
  },
  ARCHIVE_FROM_FUTURE: {
    'zh-CN': {
      message: '档案库由更新版本创建（版本 {found}，本程序支持到 {supported}）',
      hint: '请升级 Casebinder；档案库没有被改动。',
    },
    en: {
      message: 'The archive was made by a newer version ({found}; this program knows up to {supported})',
      hint: 'Update Casebinder; the archive was not changed.',
    },
  },
  ARCHIVE_DAMAGED: {
    'zh-CN': {
      message: '档案数据库损坏：{detail}',
      hint: '原文件未受影响。请从备份恢复：casebinder restore <备份文件夹>。',
    },
    en: {
      message: 'The archive database is damaged: {detail}',
      hint: 'Your original files are not affected. Restore a backup: casebinder restore <backup folder>.',
    },
  },
  ARCHIVE_UNSAFE_PLACE: {
    'zh-CN': {
      message: '档案库不能放在这里：{reason}（{path}）',
      hint: '请选择本机硬盘上、不在云同步和监视文件夹内的位置。',
    },
    en: {
      message: 'The archive must not lie here: {reason} ({path})',
      hint: 'Choose a place on the local disk, outside cloud-sync and watched folders.',
    },
  },
  ARCHIVE_NOT_WRITABLE: {
    'zh-CN': {
      message: '无法写入：文件夹没有写入权限或为只读（{code}）',
      hint: '请检查该文件夹和磁盘的写入权限后重试，已有数据没有被改动。',
    },
    en: {
      message: 'Cannot write: no permission for the folder, or it is read-only ({code})',
      hint: 'Check write permission of folder and disk, then try again; existing data was not changed.',
    },
  },
  DISK_ERROR: {
    'zh-CN': {
      message: '磁盘读写出错（{code}）',
      hint: '请检查磁盘和连接线，然后运行 casebinder verify --archive；必要时从备份恢复。',
    },
    en: {
      message: 'The disk reported a read or write error ({code})',
      hint: 'Check disk and cable, then run casebinder verify --archive; restore a backup if needed.',
    },
  },
  MIGRATION_CHANGED: {
    'zh-CN': {
      message: '数据库升级脚本与已执行的不一致：{name}',
      hint: '请重新安装 Casebinder；数据库没有被改动。',
    },
    en: {
      message: 'A database migration differs from the one that was applied: {name}',
      hint: 'Reinstall Casebinder; the database was not changed.',
    },
  },
  FILE_UNREADABLE: {
    'zh-CN': {
      message: '无法读取文件：{path}',
      hint: '文件可能已损坏、被占用、已移动或没有权限；没有任何改动，监控文件夹中的文件会自动重试。',
    },
    en: {
      message: 'Cannot read the file: {path}',
      hint: 'It may be damaged, in use, moved or without permission. Nothing was changed; files in watched folders are tried again.',
    },
  },
  CASE_DUPLICATE: {
    'zh-CN': {
      message: '已有相同的案件：{cases}',
      hint: '请打开已有案件并追加留言；确需新开请填写理由（--reason）。',
    },
    en: {
      message: 'The same case exists already: {cases}',
      hint: 'Open that case and add a message; to open another one give a reason (--reason).',
    },
  },
  CASE_ID_TAKEN: {
    'zh-CN': { message: '问题编号 {caseId} 已登记在案件 {case}', hint: '请打开该案件。' },
    en: { message: 'Case ID {caseId} is already recorded in case {case}', hint: 'Open that case.' },
  },
  TRUTH_NOT_CONFIRMED: {
    'zh-CN': {
      message: '尚未确认文字和附件全部属实，因此没有存档为已提交',
      hint: '请逐项核对后勾选真实性确认（命令行：--confirm-true），再重试。',
    },
    en: {
      message: 'Nobody confirmed that text and attachments are true, so nothing was recorded as sent',
      hint: 'Check them, tick the confirmation (command line: --confirm-true) and try again.',
    },
  },
  APPEAL_REPEATED: {
    'zh-CN': {
      message: '重复提交已驳回申诉：与 {submission} 的文字和证据完全相同',
      hint: '请补充新的证据或改写说明后再提交。',
    },
    en: {
      message: 'This repeats a rejected appeal: text and evidence equal those of {submission}',
      hint: 'Add new evidence or rewrite the statement before you send it again.',
    },
  },
  REVISION_CONFLICT: {
    'zh-CN': { message: '内容已在别处被修改', hint: '请查看最新内容后再保存；您输入的内容仍在页面上。' },
    en: {
      message: 'This was changed elsewhere in the meantime',
      hint: 'Look at the newest state, then save again; what you typed is still on the page.',
    },
  },
  PACK_EMPTY: {
    'zh-CN': {
      message: '案件 {case} 还没有任何证据',
      hint: '请先把文件加入案件，或使用 --attach-suggested。',
    },
    en: {
      message: 'Case {case} has no exhibit yet',
      hint: 'Attach documents first, or use --attach-suggested.',
    },
  },
  PACK_ONLY_SENSITIVE: {
    'zh-CN': {
      message: '所有证据都含个人信息，未被选入：{exhibits}',
      hint: '请在生成时逐项选择要包含的证据（命令行：--include E01）。',
    },
    en: {
      message: 'Every exhibit holds personal data and none was chosen: {exhibits}',
      hint: 'Choose the ones to include when building (command line: --include E01).',
    },
  },
  PACK_NOTHING_REDACTED: {
    'zh-CN': {
      message: '没有一份证据可以遮盖后交给顾问：{exhibits}',
      hint: '请先在应用中打开“遮盖”，画出要遮住的地方，或确认没有需要遮盖的内容。',
    },
    en: {
      message: 'No exhibit can be covered for a consultant yet: {exhibits}',
      hint: 'Open “Cover” in the app, draw what to hide or say that there is nothing to hide, then build again.',
    },
  },
  REDACTION_NOT_VERIFIED: {
    'zh-CN': {
      message: '遮盖后的副本没有通过检查：{detail}',
      hint: '没有保存任何副本。请扩大遮盖框后再试。',
    },
    en: {
      message: 'The covered copy failed its check: {detail}',
      hint: 'Nothing was kept. Make the boxes larger and try again.',
    },
  },
  REDACTION_UNSUPPORTED: {
    'zh-CN': { message: '这种文件不能画框遮盖：{type}', hint: '文字类文件会在生成顾问版时自动遮盖文字。' },
    en: {
      message: 'Boxes cannot be drawn on this type of file: {type}',
      hint: 'Text files are covered word by word when the consultant’s pack is built.',
    },
  },
  PACK_ORIGINAL_MISSING: {
    'zh-CN': {
      message: '证据原件不可用：{exhibits}',
      hint: '请重新连接所在磁盘或找回文件，然后重新生成。没有生成任何文件。',
    },
    en: {
      message: 'The original of an exhibit is not available: {exhibits}',
      hint: 'Reconnect its drive or bring the file back, then build again. Nothing was written.',
    },
  },
  PACK_ORIGINAL_CHANGED: {
    'zh-CN': {
      message: '证据原件的内容与入档时不同：{exhibits}',
      hint: '生成已停止。请用入档时的版本替换，或把新版本作为新证据加入。',
    },
    en: {
      message: 'The original of an exhibit is no longer what was filed: {exhibits}',
      hint: 'The build was stopped. Bring the filed version back, or attach the new version as a new exhibit.',
    },
  },
  PACK_TARGET_EXISTS: {
    'zh-CN': { message: '目标已存在：{path}', hint: '请换一个文件夹；已有的证据包不会被覆盖。' },
    en: {
      message: 'The target exists already: {path}',
      hint: 'Choose another folder; an existing pack is never overwritten.',
    },
  },
  PACK_NOT_VERIFIED: {
    'zh-CN': {
      message: '证据包没有通过自检：{detail}',
      hint: '未保留任何文件，请重新生成；若再次失败请查看日志。',
    },
    en: {
      message: 'The pack failed its own verification: {detail}',
      hint: 'Nothing was kept. Build again; if it fails again, see the log.',
    },
  },
  VERIFY_TARGET_UNKNOWN: {
    'zh-CN': { message: '不是证据包：{path}', hint: '请选择证据包文件夹或 ZIP，或使用 --archive。' },
    en: { message: 'Not an evidence pack: {path}', hint: 'Choose a pack folder or ZIP, or use --archive.' },
  },
  REPORT_UNKNOWN: {
    'zh-CN': {
      message: '无法识别的报表，表头：{header}',
      hint: '请从卖家后台重新下载 .txt 版本，或手动指定列。',
    },
    en: {
      message: 'Unknown report; its header: {header}',
      hint: 'Download the .txt version from Seller Central again, or map the columns yourself.',
    },
  },
  DISK_FULL: {
    'zh-CN': {
      message: '磁盘空间不足：需要 {needed}，可用 {available}',
      hint: '请腾出空间后重试；没有留下不完整的文件。',
    },
    en: {
      message: 'Not enough disk space: {needed} needed, {available} available',
      hint: 'Free some space and try again; nothing incomplete was left behind.',
    },
  },
  GRANT_EXPIRED: {
    'zh-CN': { message: '所选文件的授权已失效', hint: '请重新选择或拖入文件；没有任何内容被改动。' },
    en: {
      message: 'The permission for the chosen file is no longer valid',
      hint: 'Choose or drop the file again; nothing was changed.',
    },
  },
  UPLOAD_TOO_LARGE: {
    'zh-CN': {
      message: '文件太大，无法上传：上限 {limit}',
      hint: '请把文件放进一个被监视的文件夹，那里没有大小限制。',
    },
    en: {
      message: 'The file is too large to upload: the limit is {limit}',
      hint: 'Put it into a watched folder instead; there is no limit there.',
    },
  },
  CANCELLED: {
    'zh-CN': { message: '已取消', hint: '已完成的部分保持有效，可随时继续。' },
    en: { message: 'Cancelled', hint: 'What was finished stays valid; you can go on at any time.' },
  },
  INTERNAL: {
    'zh-CN': {
      message: '内部错误：{detail}',
      hint: '原文件和档案库是安全的。请重试；若再次出现请查看日志。',
    },
    en: {
      message: 'Internal error: {detail}',
      hint: 'Originals and archive are safe. Try again; if it happens again, see the log.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TABLE;
export type ErrorParams = Readonly<Record<string, string | number>>;

/** The one error type that crosses a layer border. `params` fill the placeholders of its texts. */
export class CasebinderError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(code: ErrorCode, params: ErrorParams = {}, cause?: unknown) {
    super(fillTemplate(ERROR_TABLE[code].en.message, params), cause === undefined ? undefined : { cause });
    this.name = 'CasebinderError';
    this.code = code;
    this.params = params;
  }
}

/** Replaces `{name}` by `params.name`; an unknown name stays visible, so that a gap is noticed. */
export function fillTemplate(template: string, params: ErrorParams): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}

function translateParams(params: ErrorParams): ErrorParams {
  const translated: Record<string, string | number> = { ...params };
  for (const name of ['detail', 'what'])
    if (typeof translated[name] === 'string') translated[name] = describeDetail(translated[name]);
  return translated;
}

/** What a person is told about `error`: `{code, message, hint}` in `language`. Anything foreign becomes INTERNAL. */
export function describeError(
  error: unknown,
  language: Language,
): { code: ErrorCode; message: string; hint: string } {
  const known =
    error instanceof CasebinderError
      ? error
      : new CasebinderError('INTERNAL', { detail: error instanceof Error ? error.message : String(error) });
  const text = ERROR_TABLE[known.code][language];
  return {
    code: known.code,
    message: fillTemplate(text.message, language === 'en' ? known.params : translateParams(known.params)),
    hint: fillTemplate(text.hint, known.params),
  };
}
