import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The switchboard of a recording: its files, written new for every recording, and its process. */

const AGENTS = ['8001', '8002', '8003', '8004', '8006', '8007'];
export const QUEUES = {
  q12351: {
    servicelevel: 15,
    timeout: 12,
    maxlen: 6,
    strategy: 'leastrecent',
    members: ['8001', '8002', '8003'],
  },
  qlegal: { servicelevel: 20, timeout: 10, maxlen: 3, strategy: 'rrmemory', members: ['8006', '8004'] },
  qring: { servicelevel: 15, timeout: 8, maxlen: 0, strategy: 'ringall', members: ['8004', '8007', '8006'] },
};
export const NAMES = {
  8001: '坐席8001',
  8002: '坐席8002',
  8003: '坐席8003',
  8004: '法援8004',
  8006: '法援8006',
  8007: '心理8007',
};

const visit = (queue, limit) => [
  `same => n,UserEvent(HotlineToQueue,CallUniqueid: \${UNIQUEID},Queue: ${queue})`,
  `same => n,Queue(${queue},c,,,${limit})`,
  `same => n,UserEvent(HotlineQueueExit,CallUniqueid: \${UNIQUEID},Queue: ${queue},QueueStatus: \${QUEUESTATUS})`,
];
const arrive =
  'same => n,UserEvent(HotlineArrive,CallUniqueid: ${UNIQUEID},Caller: ${CALLERID(num)},Dnis: ${EXTEN})';

function dialplan(limit) {
  return [
    '[from-trunk]',
    'exten => 12351,1,Answer()',
    arrive,
    'same => n,Wait(2.5)',
    ...visit('q12351', limit),
    'same => n,Hangup()',
    // Two queues in turn: what the first does not answer in eight seconds goes to all telephones of the second.
    'exten => 12352,1,Answer()',
    arrive,
    'same => n,Wait(1)',
    ...visit('q12351', 8),
    ...visit('qring', 20),
    'same => n,Hangup()',
    'exten => 12353,1,Answer()',
    arrive,
    'same => n,Wait(1)',
    ...visit('qring', limit),
    'same => n,Hangup()',
    '[agents]',
    'exten => _80XX,1,Dial(PJSIP/${EXTEN},20)',
    'same => n,Hangup()',
    'exten => _*80XX,1,PickupChan(PJSIP/${EXTEN:1},p)',
    'same => n,Hangup()',
    'exten => 9100,1,NoOp()',
    ...visit('qlegal', 30),
    'same => n,Hangup()',
    'exten => 9200,1,NoOp()',
    ...visit('q12351', 30),
    'same => n,Hangup()',
    'exten => 9300,1,NoOp()',
    ...visit('qring', 30),
    'same => n,Hangup()',
    'exten => _9XXXXXXXXXX,1,Dial(PJSIP/${EXTEN:0}@outside,20)',
    'same => n,Hangup()',
    '[queue-exit-key]',
    'exten => 1,1,UserEvent(HotlineCallback,CallUniqueid: ${UNIQUEID},Caller: ${CALLERID(num)},Queue: ${QUEUENAME})',
    'same => n,Hangup()',
    '',
  ].join('\n');
}

function telephones(ports) {
  const common =
    'disallow=all\nallow=ulaw\ndirect_media=no\nsend_connected_line=no\nrtp_symmetric=no\ndtmf_mode=info\n';
  return [
    `[udp]\ntype=transport\nprotocol=udp\nbind=127.0.0.1:${ports.sip}\n`,
    `[trunk]\ntype=endpoint\ncontext=from-trunk\n${common}`,
    '[trunk]\ntype=identify\nendpoint=trunk\nmatch=127.0.0.2\n',
    `[outside]\ntype=endpoint\ncontext=from-trunk\naors=outside\n${common}`,
    `[outside]\ntype=aor\ncontact=sip:127.0.0.2:${ports.callers}\n`,
    ...AGENTS.flatMap((user) => [
      `[${user}]\ntype=endpoint\ncontext=agents\naors=${user}\ncallerid="${NAMES[user]}" <${user}>\nidentify_by=username\n${common}`,
      `[${user}]\ntype=aor\ncontact=sip:${user}@127.0.0.3:${ports.agents}\n`,
    ]),
  ].join('\n');
}

function queues() {
  const parts = Object.entries(QUEUES).map(([name, q]) =>
    [
      `[${name}]`,
      `strategy=${q.strategy}`,
      `timeout=${q.timeout}`,
      'retry=1',
      'wrapuptime=5',
      `maxlen=${q.maxlen}`,
      `servicelevel=${q.servicelevel}`,
      'context=queue-exit-key',
      'ringinuse=no',
      'announce-frequency=0',
      '',
    ].join('\n'),
  );
  return ['[general]', 'persistentmembers=no', 'shared_lastcall=yes', '', ...parts].join('\n');
}

/** Writes the files below `root` (a system with Asterisk in it, or `/`), at `place`. `times`: are events to say when? */
export function configure({ root, place, ports, times, limit }) {
  const at = (...names) => join(root, place, ...names);
  rmSync(at(), { recursive: true, force: true });
  for (const part of ['etc', 'var', 'spool', 'log', 'run', 'keys']) mkdirSync(at(part), { recursive: true });
  const file = (name, text) => writeFileSync(at('etc', name), text);
  file(
    'asterisk.conf',
    [
      '[directories](!)',
      `astetcdir => ${place}/etc`,
      'astmoddir => /usr/lib/x86_64-linux-gnu/asterisk/modules',
      `astvarlibdir => ${place}/var`,
      `astdbdir => ${place}/var`,
      `astkeydir => ${place}/keys`,
      'astdatadir => /usr/share/asterisk',
      `astagidir => ${place}/var`,
      `astspooldir => ${place}/spool`,
      `astrundir => ${place}/run`,
      `astlogdir => ${place}/log`,
      `astsbindir => /usr/sbin`,
      '',
    ]
      .join('\n')
      .replace('(!)', ''),
  );
  file(
    'modules.conf',
    '[modules]\nautoload=yes\n' +
      [
        'chan_iax2',
        'chan_unistim',
        'pbx_dundi',
        'pbx_ael',
        'res_phoneprov',
        'cel_custom',
        'chan_mgcp',
        'chan_skinny',
        'res_hep',
        'res_snmp',
        'res_config_ldap',
        'app_voicemail',
        'res_ari',
        'res_stasis',
        'app_stasis',
        'chan_motif',
        'res_xmpp',
        'res_xmpp',
        'chan_ooh323',
        'res_geolocation',
      ]
        .map((m) => `noload => ${m}.so\n`)
        .join(''),
  );
  file('logger.conf', '[general]\nqueue_log = yes\n[logfiles]\nmessages => notice,warning,error\n');
  file(
    'manager.conf',
    [
      '[general]',
      'enabled=yes',
      'bindaddr=127.0.0.1',
      `port=${ports.ami}`,
      `timestampevents=${times ? 'yes' : 'no'}`,
      '',
      '[hotline]',
      'secret=recorded-shift',
      'read=system,call,agent,user,cdr',
      'write=system,call,agent,user,command,originate,reporting',
      '',
    ].join('\n'),
  );
  file('cdr.conf', '[general]\nenable=yes\n');
  file('cdr_manager.conf', '[general]\nenabled=yes\n');
  file('rtp.conf', `[general]\nrtpstart=${ports.rtp}\nrtpend=${ports.rtp + 400}\n`);
  file('musiconhold.conf', '[default]\nmode=files\ndirectory=/usr/share/asterisk/moh\n');
  file('pjsip.conf', telephones(ports));
  file('queues.conf', queues());
  file('extensions.conf', dialplan(limit));
  return { log: at('log', 'queue_log'), messages: at('log', 'messages') };
}

export function start({ root, place }) {
  const args = ['-f', '-C', `${place}/etc/asterisk.conf`];
  return root === '/'
    ? spawn('asterisk', args, { stdio: 'ignore' })
    : spawn('chroot', [root, 'asterisk', ...args], { stdio: 'ignore' });
}
