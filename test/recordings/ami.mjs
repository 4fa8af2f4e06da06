import { createWriteStream } from 'node:fs';
import { connect } from 'node:net';

/** A manager connection that keeps every byte it hears, and can be told to order something. */
export async function listen(port, path) {
  const file = createWriteStream(path);
  for (let tries = 0; ; tries += 1) {
    const socket = await new Promise((done) => {
      const open = connect(port, '127.0.0.1', () => done(open));
      open.on('error', () => done(null));
    });
    if (socket) return session(socket, file);
    if (tries > 200) throw new Error(`no manager on port ${port}`);
    await new Promise((wait) => setTimeout(wait, 100));
  }
}

async function session(socket, file) {
  let text = '';
  const waiting = [];
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    file.write(bytes);
    text = (text + bytes.toString('latin1')).slice(-200_000);
    for (const wait of [...waiting])
      if (text.includes(wait.words)) {
        waiting.splice(waiting.indexOf(wait), 1);
        wait.done();
      }
  });
  const said = (words) =>
    new Promise((done) => (text.includes(words) ? done() : waiting.push({ words, done })));
  let id = 0;
  const order = (name, fields = {}) => {
    const lines = Object.entries({ Action: name, ActionID: `r${(id += 1)}`, ...fields }).map(
      ([k, v]) => `${k}: ${v}`,
    );
    if (!socket.destroyed) socket.write(`${lines.join('\r\n')}\r\n\r\n`);
  };
  order('Login', { Username: 'hotline', Secret: 'recorded-shift', Events: 'on' });
  await said('Event: FullyBooted');
  const close = () => new Promise((done) => (socket.destroy(), file.end(done)));
  return { order, close, lists: () => (order('QueueStatus'), order('CoreShowChannels')) };
}
