import mongoose, { type Connection } from 'mongoose';

/** Pinned so that an acknowledged write is on the journal of a majority and a frozen primary is left after seconds. */
const pinned = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
  retryWrites: true,
  retryReads: true,
  socketTimeoutMS: 8_000,
  connectTimeoutMS: 1_500,
  heartbeatFrequencyMS: 1_000,
  serverSelectionTimeoutMS: 5_000,
  waitQueueTimeoutMS: 2_000,
  maxPoolSize: 32,
  ignoreUndefined: true,
  autoIndex: false,
  autoCreate: false,
} as const;

/** Connects to MongoDB; fails within seconds where nobody answers. */
export async function connect(uri: string): Promise<Connection> {
  const connection = mongoose.createConnection(uri, pinned);
  connection.set('strictQuery', true);
  connection.set('sanitizeFilter', false);
  return connection.asPromise();
}

/** Whether a fault is the network's or a fail-over's, after which the same call may be made again. */
export function isTransient(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false;
  if (/^Mongo(Network|ServerSelection|PoolCleared|NetworkTimeout|WaitQueueTimeout|NotConnected)/.test(fault.name)) return true;
  const labels = 'errorLabels' in fault && Array.isArray(fault.errorLabels) ? fault.errorLabels : [];
  return labels.includes('RetryableWriteError') || labels.includes('TransientTransactionError');
}

/** Whether a write failed because the key is there already. */
export function isDuplicate(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 11000;
}

/** Makes a call again after a fault of the network, up to four times within about three seconds; the call must be harmless twice. */
export async function persist<T>(call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await call();
    } catch (fault) {
      if (!isTransient(fault) || attempt >= 4) throw fault;
      await new Promise((settle) => setTimeout(settle, 100 * 2 ** attempt));
    }
  }
}
