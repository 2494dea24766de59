/** http.cjs ADDRESS PORT    Answers with the headers of the request; /slow after two seconds. */
const http = require('node:http');

const [address, port] = process.argv.slice(2);
http
  .createServer(({ url, headers }, response) => {
    const answer = () => response.end(`${JSON.stringify({ url, headers })}\n`);
    setTimeout(answer, url === '/slow' ? 2000 : 0);
  })
  .listen(port, address, () => console.log('listens'));
