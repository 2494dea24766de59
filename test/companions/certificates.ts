import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate authority of a test. */
export class Authority {
  readonly certificate: string;
  /** With ca.crt, ca.key, and server.crt and server.key of the certificate that was issued last. */
  readonly folder = mkdtempSync(join(tmpdir(), 'ca-'));

  constructor() {
    this.openssl(
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-noenc', '-days', '2'],
      ...['-subj', '/CN=Test CA', '-keyout', 'ca.key', '-out', 'ca.crt'],
    );
    this.certificate = this.read('ca.crt');
  }

  /** A certificate of a host name, for a server or a client. */
  issue(host: string, commonName = host): Certificate {
    this.openssl(
      ...['req', '-new', '-newkey', 'rsa:2048', '-noenc', '-subj', `/CN=${commonName}`],
      ...['-keyout', 'server.key', '-out', 'server.csr'],
    );
    writeFileSync(join(this.folder, 'extensions'), `subjectAltName=DNS:${host}`);
    this.openssl(
      ...['x509', '-req', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-days', '2'],
      ...['-extfile', 'extensions', '-out', 'server.crt'],
    );
    return { certificate: this.read('server.crt'), key: this.read('server.key') };
  }

  private read(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  private openssl(...args: readonly string[]): void {
    execFileSync('openssl', args, { cwd: this.folder, stdio: 'ignore' });
  }
}
