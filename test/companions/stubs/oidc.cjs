/** oidc.cjs ADDRESS PORT ISSUER    An OpenID provider where everybody is logged in as user@example.com. */
const crypto = require('node:crypto');
const http = require('node:http');

const [address, port, issuer] = process.argv.slice(2);
const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
let nonce;

function idToken() {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: 'web', sub: '1', email: 'user@example.com', email_verified: true };
  const text = `${encode({ alg: 'RS256', kid: '1' })}.${encode({ ...claims, nonce, iat: now, exp: now + 600 })}`;
  return `${text}.${crypto.sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

const ANSWERS = {
  '/.well-known/openid-configuration': () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    id_token_signing_alg_values_supported: ['RS256'],
  }),
  '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }] }),
  '/token': () => ({ access_token: 'a', token_type: 'Bearer', expires_in: 600, id_token: idToken() }),
};

function authorize(parameters, response) {
  nonce = parameters.get('nonce') ?? undefined;
  const back = `${parameters.get('redirect_uri')}?code=1&state=${encodeURIComponent(parameters.get('state'))}`;
  response.writeHead(302, { location: back }).end();
}

http
  .createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, issuer);
    if (pathname === '/authorize') return authorize(searchParams, response);
    if (!ANSWERS[pathname]) return response.writeHead(404).end();
    return response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(ANSWERS[pathname]()));
  })
  .listen(port, address, () => console.log('listens'));
