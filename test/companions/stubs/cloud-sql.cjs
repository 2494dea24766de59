/**
 * cloud-sql.cjs ADDRESS FOLDER    The admin API of Cloud SQL on port 8000, and an instance on 3307 that leads
 * the connections of whoever has a certificate of this API to port 5432. FOLDER has ca.crt, ca.key,
 * server.crt and server.key.
 */
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const http = require('node:http');
const net = require('node:net');
const path = require('node:path');
const tls = require('node:tls');

const [address, folder] = process.argv.slice(2);
const file = (name) => path.join(folder, name);
const read = (name) => fs.readFileSync(file(name), 'utf8');

function certify(publicKey) {
  fs.writeFileSync(file('client.pub'), publicKey);
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  openssl(
    'req',
    '-new',
    '-newkey',
    'rsa:2048',
    '-noenc',
    '-subj',
    '/CN=client',
    '-keyout',
    'other.key',
    '-out',
    'client.csr',
  );
  const signing = ['-CA', 'ca.crt', '-CAkey', 'ca.key', '-days', '1', '-force_pubkey', 'client.pub'];
  openssl('x509', '-req', '-in', 'client.csr', ...signing, '-out', 'client.crt');
  return read('client.crt');
}

const SETTINGS = () => ({
  kind: 'sql#connectSettings',
  backendType: 'SECOND_GEN',
  databaseVersion: 'POSTGRES_17',
  region: 'europe-west1',
  ipAddresses: [{ type: 'PRIVATE', ipAddress: address }],
  serverCaCert: { cert: read('ca.crt') },
});

http
  .createServer(async (request, response) => {
    const text = (await request.toArray()).join('');
    const body = request.url.includes('/connectSettings')
      ? SETTINGS()
      : { ephemeralCert: { cert: certify(JSON.parse(text).public_key) } };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  })
  .listen(8000, address);

tls
  .createServer(
    {
      key: read('server.key'),
      cert: read('server.crt'),
      ca: read('ca.crt'),
      requestCert: true,
      rejectUnauthorized: true,
    },
    (client) => {
      const server = net.connect(5432, address);
      client.pipe(server).pipe(client);
      for (const socket of [client, server]) {
        socket.on('error', () => [client, server].forEach((one) => one.destroy()));
      }
    },
  )
  .listen(3307, address, () => console.log('listens'));
