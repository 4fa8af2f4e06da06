import { Refused } from '@hotline/kernel';
import { TicketStore } from '@hotline/ticket';
import { AttachmentStore } from '../data/attachment-store.js';
import { DownloadAttachment } from './download-attachment.js';
import { aComplaint, NoLive, SpecDesk } from '../../../test/support/intake-desk.js';
import { UploadAttachment } from './upload-attachment.js';

let desk: SpecDesk;
let upload: UploadAttachment;
let download: DownloadAttachment;
beforeAll(async () => {
  desk = await SpecDesk.open();
  upload = new UploadAttachment(desk.base.work, new AttachmentStore());
  download = new DownloadAttachment(
    desk.base.work,
    new AttachmentStore(),
    new TicketStore(new NoLive()),
    desk.units,
  );
});
afterAll(() => desk.close());

const PDF = Buffer.from('%PDF-1.7\n工资条');
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.refusal.code : Promise.reject(error)),
  );

it('comes back byte by byte, to its owner first and to the readers of the ticket then', async () => {
  const file = await upload.run(desk.sichuan, ' 九月工资条.PDF', PDF);
  expect(file).toMatchObject({ name: '九月工资条.pdf', mediaType: 'application/pdf', size: PDF.length });
  expect((await download.run(desk.sichuan, file.id)).content.equals(PDF)).toBe(true);
  expect(await refusalOf(download.run(desk.national, file.id))).toBe('not-found');
  const ticket = await desk.openTicket.run(desk.sichuan, aComplaint({ attachmentIds: [file.id, file.id] }));
  expect(ticket.attachments.map(({ id }) => id)).toEqual([file.id]);
  expect((await desk.showTicket.run(desk.sichuan, ticket.id)).attachments).toEqual(ticket.attachments);
  expect((await download.run(desk.national, file.id)).name).toBe('九月工资条.pdf');
});

it('belongs to one ticket, and to a ticket of its owner', async () => {
  const file = await upload.run(desk.national, 'a.pdf', PDF);
  const withFile = aComplaint({ attachmentIds: [file.id] });
  expect(await refusalOf(desk.openTicket.run(desk.nationalToo, withFile))).toBe('attachment-refused');
  await desk.openTicket.run(desk.national, withFile);
  expect(await refusalOf(desk.openTicket.run(desk.national, withFile))).toBe('attachment-refused');
});

it.each<[string, string, unknown, string]>([
  ['a page', 'a.txt', Buffer.from('<!doctype html>'), 'attachment-refused'],
  ['another content than the name', 'a.png', PDF, 'attachment-refused'],
  ['a path', '../a.pdf', PDF, 'attachment-refused'],
  ['nothing', 'a.txt', Buffer.alloc(0), 'attachment-refused'],
  ['JSON', 'a.txt', { text: 'x' }, 'unsupported-media'],
  ['no body', 'a.txt', undefined, 'unsupported-media'],
])('refuses %s', async (_, name, content, code) => {
  expect(await refusalOf(upload.run(desk.national, name, content))).toBe(code);
});
