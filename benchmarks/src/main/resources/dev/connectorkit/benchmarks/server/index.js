// The connector of ListingProvider.java, for the TypeScript SDK.
const { createConnector, readConfig } = require('@sailpoint/connector-sdk')

const account = (number) => {
    const id = 'user-' + number
    return {
        identity: id,
        key: { simple: { id } },
        attributes: {
            id,
            email: id + '@example.com',
            firstName: 'Ada',
            lastName: 'Lovelace',
            displayName: 'Ada Lovelace',
            department: 'Engineering',
            title: 'Analyst',
            number,
            active: number % 7 !== 0,
            groups: ['group-' + (number % 10), 'group-' + (number % 13)],
            country: 'United Kingdom',
            phone: '+44 20 7946 0000',
        },
    }
}

module.exports.connector = async () => {
    const config = await readConfig()
    return createConnector()
        .stdTestConnection(async (context, input, res) => res.send({}))
        .stdAccountList(async (context, input, res) => {
            for (let number = 0; number < config.accounts; number++) {
                res.send(account(number))
            }
        })
}
