import { expect, test } from 'vitest'
import { findInFile } from '../formats/find-in-file'
import { findInScript } from './find-in-script'

function calls(script: string): readonly string[] {
  const source = {
    text: script,
    rangeOf: (start: number, end: number) => ({ start, end }),
    isDerived: () => false,
  }
  return findInScript(source, (document) => findInFile('', document, 1)).map(
    ({ host, port, range }) => `${script.slice(range.start, range.end) === host ? '' : 'misplaced '}${host}:${port}`,
  )
}

test.each([
  ['curl -fsS -o /x https://a.example.com/f', ['a.example.com:443']],
  ['curl -H "Host: b.example.com" -d \'{"u":"http://c.example.com"}\' a.example.com', ['a.example.com:80']],
  ['wget -qO- "http://a.example.com:8088/?d=$(date +%F)" > /tmp/b.example.com', ['a.example.com:8088']],
  ['until nc -z -w 3 a.example.com 8443; do sleep 1; done', ['a.example.com:8443']],
  ['nc -l 8080', []],
  ['PGPASSWORD=x psql -h a.example.com -p 6543 -U u -d b -f c.sql', ['a.example.com:6543']],
  ['pg_dump --host=a.example.com --username=dump books', ['a.example.com:5432']],
  ["mysql -ha.example.com -P 3308 -e 'select b.c from d.e'", ['a.example.com:3308']],
  ['redis-cli -h a.example.com FLUSHDB', ['a.example.com:6379']],
  [
    'git clone --depth 1 https://a.example.com/x.git && git push git@b.example.com:x/y.git',
    ['a.example.com:443', 'b.example.com:22'],
  ],
  ['scp -P 2222 /x u@a.example.com:/srv/', ['a.example.com:2222']],
  ['ssh -i key -p 2200 ops@a.example.com uptime', ['a.example.com:2200']],
  ['timeout 30 bash -c "cat < /dev/tcp/a.example.com/9092"', ['a.example.com:9092']],
  ['socat TCP-LISTEN:80,fork TCP:a.example.com:8080', ['a.example.com:8080']],
  ['echo see https://a.example.com; sed s#b.example.com:80#c# f', []],
  ['# curl https://a.example.com', []],
  ['curl $API/x', []],
  ['API=https://a.example.com', ['a.example.com:443']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a shell's own placeholder
  ['psql -h ${H:-a.example.com}', ['a.example.com:5432']],
  [
    'cat <<EOF > x\nurl: https://a.example.com\nbind: b.example.com:80\nEOF\ncurl c.example.com',
    ['c.example.com:80', 'a.example.com:443'],
  ],
  ['curl -s \\\n  --data @x \\\n  http://a:8080/v1', ['a:8080']],
  ['app --db-host a.example.com --db-port 5555 --listen 1.2.3.4:80', ['a.example.com:5555']],
  ['for h in a.example.com:80 b.example.com:81; do curl $h; done', ['a.example.com:80', 'b.example.com:81']],
])('%s', (script, expected) => expect(calls(script)).toEqual(expected))

test('what is never closed ends with the text', () => {
  for (const text of ['curl "https://a.example.com', "curl 'x", 'curl $(nc a', 'curl ${x', '<<EOF\nx', '`', '\\']) {
    expect(() => calls(text)).not.toThrow()
  }
})
