import Airtable from 'airtable'
import {
  AttributeChangeOp, ConnectorError, ConnectorErrorType, Filter, SimpleKey, createConnector, readConfig,
} from '@sailpoint/connector-sdk'

export const connector = async () => {
  const config = await readConfig()
  if (!config.token || !config.base) {
    throw new ConnectorError('token and base must be set')
  }
  const users = new Airtable({ apiKey: config.token }).base(config.base)('Users')
  const filterString = config.filterString || config['account.filterString']

  return createConnector()
    .stdTestConnection(async (context, input, res) => {
      await users.select({ maxRecords: 1 }).firstPage()
      res.send({})
    })
    .stdAccountList(async (context, input, res) => {
      await users.select().eachPage((records, next) => {
        for (const record of records) {
          const account = toAccount(record)
          if (!filterString || !new Filter(account.attributes).matcher(filterString)) {
            res.send(account)
          }
        }
        next()
      })
    })
    .stdAccountRead(async (context, input, res) => {
      res.send(toAccount(await find(users, input.key.simple.id)))
    })
    .stdAccountUpdate(async (context, input, res) => {
      const record = await find(users, input.key.simple.id)
      const fields = { ...record.fields }
      for (const change of input.changes) {
        const values = [].concat(change.value ?? [])
        const before = [].concat(fields[change.attribute] ?? [])
        if (change.attribute !== 'groups') {
          fields[change.attribute] = change.op === AttributeChangeOp.Remove ? null : change.value
        } else if (change.op === AttributeChangeOp.Add) {
          fields.groups = [...new Set([...before, ...values])]
        } else if (change.op === AttributeChangeOp.Remove) {
          fields.groups = before.filter((value) => !values.includes(value))
        } else {
          fields.groups = values
        }
      }
      res.send(toAccount(await users.update(record.id, fields)))
    })
}

const find = async (users, id) => {
  try {
    return await users.find(id)
  } catch (error) {
    throw error.statusCode === 404
      ? new ConnectorError(`no user ${id}`, ConnectorErrorType.NotFound)
      : error
  }
}

const toAccount = (record) => ({
  identity: record.id,
  key: SimpleKey(record.id),
  attributes: {
    id: record.id,
    name: record.get('name') ?? null,
    email: record.get('email') ?? null,
    groups: record.get('groups') ?? [],
  },
})
