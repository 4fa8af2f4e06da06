import { connect as connectTcp, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

export interface SocketAddress {
  readonly host: string;
  readonly port: number;
  readonly tls: boolean;
}

const CONNECT_MS = 10_000;

/** @throws Error in the words of the operating system, or after ten seconds without an answer */
export function openSocket({ host, port, tls }: SocketAddress): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = tls ? connectTls({ host, port, servername: host }) : connectTcp({ host, port });
    const timer = setTimeout(
      () => socket.destroy(new Error(`no connection within ${CONNECT_MS / 1000} s`)),
      CONNECT_MS,
    );
    const failed = (fault: Error): void => {
      clearTimeout(timer);
      reject(fault);
    };
    socket.once('error', failed);
    socket.once(tls ? 'secureConnect' : 'connect', () => {
      clearTimeout(timer);
      socket.off('error', failed);
      socket.setNoDelay(true);
      resolve(socket);
    });
  });
}
