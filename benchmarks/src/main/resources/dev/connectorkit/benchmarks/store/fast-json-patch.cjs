// Compares before.json and after.json, there and back in turns, and prints what came of it as JSON.
const { readFileSync } = require('node:fs')
const { compare } = require('fast-json-patch')

const before = JSON.parse(readFileSync('before.json', 'utf8'))
const after = JSON.parse(readFileSync('after.json', 'utf8'))

let turns = 0
function run(milliseconds) {
  const start = process.hrtime.bigint()
  const end = start + BigInt(milliseconds) * 1000000n
  let count = 0
  let now = start
  let operations = 0
  do {
    operations += (turns++ % 2 === 0 ? compare(before, after) : compare(after, before)).length
    count++
    now = process.hrtime.bigint()
  } while (now < end)
  if (operations < 0) throw new Error('nothing was compared')
  return Number(now - start) / 1000 / count
}

run(1500)
const iterations = [500, 500, 500, 500, 500].map(run)
const patch = compare(before, after)
const others = patch.filter(operation => !['add', 'replace', 'remove'].includes(operation.op))
if (others.length > 0) throw new Error('operations of another kind: ' + JSON.stringify(others))
console.log(JSON.stringify({
  operations: patch.length,
  bytes: Buffer.byteLength(JSON.stringify(patch)),
  microseconds: iterations.reduce((sum, time) => sum + time, 0) / iterations.length,
}))
