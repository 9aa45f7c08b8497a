// Which useless files lie in a real folder, so that an archive has to cope with them?

import { drawDigitalFapiao } from './draw-fapiao.ts';
import { addDays } from './format-values.ts';
import { readLockedPdf } from './locked-pdf.ts';
import { describeFapiao } from './make-purchase-files.ts';
import type { SampleFacts, SampleFile } from './sample-types.ts';
import { writeZip } from './write-zip.ts';

const OLE_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

function makeOwnerFile(name: string): Buffer {
  // Word's owner file: a length byte, the user's name, padding to 162 bytes.
  const bytes = Buffer.alloc(162, 0x20);
  bytes[0] = name.length;
  bytes.write(name, 1, 'latin1');
  bytes[54] = name.length;
  bytes.write(name, 56, 'utf16le');
  return bytes;
}

/** System files, an owner file, an empty file, a locked PDF, a copy, a zip of attachments. */
export async function* makeNoiseFiles(
  facts: SampleFacts,
  earlier: readonly SampleFile[],
): AsyncGenerator<SampleFile> {
  const noise = (path: string, bytes: Uint8Array): SampleFile => ({ path, bytes, kind: 'unknown', ids: [] });
  yield noise('03 物流底单/Thumbs.db', Buffer.concat([Buffer.from(OLE_MAGIC), Buffer.alloc(3576)]));
  yield noise('07 亚马逊邮件/申诉草稿/~$A 有效追踪率 申诉信草稿.docx', makeOwnerFile('SAMPLE'));
  yield noise(
    '04 发货视频/.DS_Store',
    Buffer.concat([Buffer.from([0, 0, 0, 1]), Buffer.from('Bud1'), Buffer.alloc(6140)]),
  );
  yield noise(
    'desktop.ini',
    Buffer.from(
      '\ufeff[.ShellClassInfo]\r\nIconResource=C:\\Windows\\System32\\SHELL32.dll,4\r\n',
      'utf16le',
    ),
  );
  yield noise('08 报表/新建文本文档.txt', new Uint8Array(0));
  yield noise('微信文件/未确认 505101.crdownload', Buffer.from('%PDF-1.7\n%SAMPLE unfinished download\n'));
  const locked = facts.purchases[6];
  if (locked) {
    yield {
      path: '06 资质证书/公司/银行流水（加密，密码问财务）.pdf',
      kind: 'unknown',
      ids: [],
      date: locked.paymentDate,
      bytes: readLockedPdf(),
    };
    const copy = await drawDigitalFapiao(describeFapiao(facts, locked));
    yield {
      path: '01 采购发票/待整理/发票 副本.pdf',
      kind: 'fapiao_digital',
      ids: [`fapiao_digital_no:${locked.invoiceNumber}`],
      date: locked.invoiceDate,
      bytes: copy,
    };
  }
  const members = earlier
    .filter((f) => f.kind === 'pod')
    .slice(0, 3)
    .map((f) => ({ name: f.path.split('/').at(-1) ?? 'pod.pdf', bytes: f.bytes }));
  const packed = addDays(facts.builtOn, -2);
  yield {
    path: `07 亚马逊邮件/POD附件打包 ${packed}.zip`,
    kind: 'unknown',
    ids: [],
    date: packed,
    bytes: await writeZip(members, packed),
  };
}
