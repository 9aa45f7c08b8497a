// Is text read right in the encodings that sellers' files really have?
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../src/engine/readers/decode-text.ts';
import { codesOf, makeScratch, read, textOf } from './corpus-files.ts';

const CHINESE = '订单号 112-1234567-1234567 的货物已于上周发出，快递单号见附件，请查收发票。';
const JAPANESE = 'ご注文の商品は本日発送いたしました。お問い合わせ番号をご確認ください。';
const KOREAN = '주문하신 상품이 오늘 발송되었습니다. 송장 번호를 확인해 주세요.';
const TAIWAN = '您好：訂單的貨物已於四月二日出貨，追蹤號碼如下，附件為出貨單與發票。';
const FRENCH = 'Société générale, facture réglée à réception ; montant dû : 1 234,50 € été où ça.';

async function readBytes(bytes: Uint8Array, name: string) {
  const path = join(makeScratch(), 'input');
  writeFileSync(path, bytes);
  return read(path, name);
}

describe('encodings', () => {
  it.each([
    ['utf8', CHINESE],
    ['gbk', CHINESE],
    ['gb18030', CHINESE],
    ['utf16le', CHINESE],
    ['big5', TAIWAN],
    ['shift_jis', JAPANESE],
    ['euc-jp', JAPANESE],
    ['iso-2022-jp', JAPANESE],
    ['euc-kr', KOREAN],
    ['windows-1252', FRENCH],
  ])('%s is recognised from the bytes alone', (encoding, text) => {
    const bytes =
      encoding === 'iso-2022-jp'
        ? encodeIso2022Jp()
        : iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf16') });
    const expected = encoding === 'iso-2022-jp' ? '日本' : text;
    expect(decodeText(bytes).text).toContain(expected);
  });

  it('a tab-separated report in GBK is read with its Chinese columns', async () => {
    const report = `订单编号\t商品名称\t数量\n112-1234567-1234567\t蓝牙耳机充电盒\t3\n`;
    const result = await readBytes(iconv.encode(report, 'gbk'), '报表.txt');
    expect(textOf(result)).toContain('蓝牙耳机充电盒\t3');
    expect(result.mediaType).toBe('text/tab-separated-values');
  });
});

/** "日本" in JIS X 0208 between its escapes. */
function encodeIso2022Jp(): Uint8Array {
  return Buffer.from('\x1b$BF|K\\\x1b(B', 'latin1');
}

function mail(headers: string, body: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`From: a@example.com\r\nTo: b@example.org\r\n${headers}\r\n\r\n`, 'latin1'),
    body,
  ]);
}

describe('e-mail', () => {
  it('a body that lies about its charset is read by its bytes', async () => {
    const raw = mail(
      'Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit',
      iconv.encode(CHINESE, 'gbk'),
    );
    expect(textOf(await readBytes(raw, 'a.eml'))).toContain(CHINESE);
  });

  it('a raw GBK subject and name are read', async () => {
    const raw = mail(
      `Subject: ${iconv.encode('退货通知：请尽快处理', 'gbk').toString('latin1')}\r\nContent-Type: text/plain`,
      Buffer.from('hello'),
    );
    expect((await readBytes(raw, 'a.eml')).properties.email?.subject).toBe('退货通知：请尽快处理');
  });

  it('attachments keep every byte, in all transfer encodings, with names of RFC 2231', async () => {
    const content = Buffer.from('line one\r\nline two =\r\n');
    const name = `filename*=gb18030''${[...iconv.encode('发票.csv', 'gb18030')].map((byte) => `%${byte.toString(16)}`).join('')}`;
    const parts = [
      `--B\r\nContent-Type: text/plain\r\n\r\nbody text\r\n`,
      `--B\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; ${name}\r\n\r\n${content}\r\n`,
      `--B\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=b.csv\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`,
      `--B\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=c.csv\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nline one\r\nline two =3D\r\n\r\n`,
      '--B--\r\n',
    ];
    const result = await readBytes(
      mail('Subject: x\r\nContent-Type: multipart/mixed; boundary=B', Buffer.from(parts.join(''), 'latin1')),
      'a.eml',
    );
    const want = createHash('sha256').update(content).digest('hex');
    expect(result.children.map((child) => child.name)).toEqual(['发票.csv', 'b.csv', 'c.csv']);
    for (const child of result.children) {
      expect(createHash('sha256').update(readFileSync(child.scratchPath)).digest('hex')).toBe(want);
    }
    expect(textOf(result)).toContain('body text');
  });

  it('endless nesting is refused as hostile', async () => {
    let body = 'x';
    for (let depth = 0; depth < 100; depth += 1) {
      body = `Content-Type: multipart/mixed; boundary=b${depth}\r\n\r\n--b${depth}\r\n${body}\r\n--b${depth}--\r\n`;
    }
    const result = await readBytes(
      Buffer.from(`From: a@b.c\r\nSubject: deep\r\nMIME-Version: 1.0\r\n${body}`),
      'deep.eml',
    );
    expect(codesOf(result)).toContain('HOSTILE_CONTENT');
  });
});

describe('markup', () => {
  it('scripts of web pages are neither run nor read', async () => {
    const result = await readBytes(
      Buffer.from(
        '<!DOCTYPE html><title>T</title><script>globalThis.hacked=1;secretword</script><p>Visible &amp; plain</p>',
      ),
      'a.html',
    );
    expect(textOf(result)).toContain('Visible & plain');
    expect(textOf(result)).not.toContain('secretword');
    expect('hacked' in globalThis).toBe(false);
  });

  it('entities of XML drawings are not expanded', async () => {
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>x&b;y</text></svg>';
    const text = textOf(await readBytes(Buffer.from(bomb), 'a.svg'));
    expect(text).not.toContain('aaaa');
  });

  it('a drawing that is cut off is told as damaged', async () => {
    const cut = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10><text>a</text></svg>';
    expect(codesOf(await readBytes(Buffer.from(cut), 'a.svg'))).toEqual(['DAMAGED']);
  });

  it('an empty file says so, and a disguised one is read by its content', async () => {
    expect(codesOf(await readBytes(Buffer.alloc(0), 'a.pdf'))).toEqual(['EMPTY_FILE']);
    const disguised = await readBytes(Buffer.from('<!DOCTYPE html><p>order export</p>'), 'report.xls');
    expect(disguised.mediaType).toBe('text/html');
    expect(codesOf(disguised)).toContain('TYPE_MISMATCH');
    expect(textOf(disguised)).toContain('order export');
  });

  it('text beyond the limit is cut and reported', async () => {
    const path = join(makeScratch(), 'long.txt');
    writeFileSync(path, 'abcdefghij'.repeat(1000));
    const result = await read(path, 'long.txt', { maxTextCharacters: 500 });
    expect(textOf(result).length).toBe(500);
    expect(codesOf(result)).toContain('TOO_LARGE');
  });
});
