// Prints the nanoseconds of one evaluation of each question by the SDK's Filter: the least processor time of many rounds.
const [filterModule, input] = process.argv.slice(2)
const { Filter } = require(filterModule)
const { accounts, questions } = JSON.parse(require('fs').readFileSync(input, 'utf8'))

const processorTime = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) * 1000
}

let matching = 0
const evaluate = (question, rounds) => {
    for (let round = 0; round < rounds; round++) {
        for (const account of accounts) {
            if (new Filter(account).matcher(question)) {
                matching++
            }
        }
    }
}

const times = {}
for (const [name, question] of Object.entries(questions)) {
    const start = processorTime()
    let warmUp = 0
    while (processorTime() - start < 1.5e9) {
        evaluate(question, 1)
        warmUp++
    }
    const rounds = Math.max(1, Math.round(warmUp / 150))
    let least = Infinity
    for (let run = 0; run < 100; run++) {
        const before = processorTime()
        evaluate(question, rounds)
        least = Math.min(least, (processorTime() - before) / (rounds * accounts.length))
    }
    times[name] = least
}
console.log(JSON.stringify(times))
