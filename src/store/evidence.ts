import { createCipheriv, createDecipheriv, createHash, randomBytes, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { mongo, type Connection } from 'mongoose';
import type { StoredFile } from '../../jobs/define.ts';
import { bytesOf, type Keys, type Sealed } from './keys.ts';
import { openJson, sealJson } from './secrets.ts';

/** Evidence whose bytes are not those received (E-405). */
export class EvidenceFault extends Error {
  readonly code = 'E-405';
}

interface Proof { about: Sealed; dek: Buffer; key: string; nonce: Buffer; tag: Buffer }

/** Evidence in GridFS: encrypted while it streams in, checksum taken of the plain bytes at receipt and again at each read. */
export function createEvidence(connection: Connection, keys: Keys) {
  const database = connection.db;
  if (!database) throw new Error('the database is not connected');
  const bucket = new mongo.GridFSBucket(database, { bucketName: 'evidence' });
  const files = database.collection<{ _id: string; metadata?: Proof }>('evidence.files');
  const bound = (id: string): string => `evidence|${id}`;
  return {
    async put(name: string, bytes: AsyncIterable<Uint8Array>): Promise<StoredFile> {
      const id = randomUUID();
      const { dek, key, wrapped } = keys.freshKey('evidence', bound(id));
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', dek, nonce).setAAD(Buffer.from(bound(id)));
      const hash = createHash('sha256');
      let size = 0;
      const measured = async function* (): AsyncGenerator<Uint8Array> {
        for await (const part of bytes) {
          hash.update(part);
          size += part.length;
          yield part;
        }
      };
      await pipeline(Readable.from(measured()), cipher, bucket.openUploadStreamWithId(id as never, id));
      const file: StoredFile = { id, name, size, sha256: hash.digest('hex') };
      const about = sealJson(keys, { purpose: 'evidence', bound: `${bound(id)}|about` }, file);
      await files.updateOne({ _id: id }, { $set: { metadata: { about, dek: wrapped, key, nonce, tag: cipher.getAuthTag() } } });
      return file;
    },

    async get(id: string): Promise<{ file: StoredFile; bytes: Buffer }> {
      const proof = (await files.findOne({ _id: id }))?.metadata;
      if (!proof) throw new EvidenceFault(`evidence ${id} is not there or was not received whole`);
      const secret = await read(bucket, id);
      try {
        const file = openJson<StoredFile>(keys, { purpose: 'evidence', bound: `${bound(id)}|about` }, proof.about);
        const bytes = opened(keys, { id, bound: bound(id), proof }, secret);
        if (createHash('sha256').update(bytes).digest('hex') === file.sha256) return { file, bytes };
      } catch (fault) {
        throw new EvidenceFault(`evidence ${id} cannot be opened`, { cause: fault });
      }
      throw new EvidenceFault(`evidence ${id} does not have the checksum of its receipt`);
    },
  };
}

async function read(bucket: mongo.GridFSBucket, id: string): Promise<Buffer> {
  const parts: Buffer[] = [];
  try {
    for await (const part of bucket.openDownloadStream(id as never)) parts.push(part as Buffer);
  } catch (fault) {
    // A piece that is missing or cut is a fault of the evidence; anything else may pass.
    if (fault instanceof mongo.MongoGridFSChunkError) throw new EvidenceFault(`evidence ${id} is not whole`, { cause: fault });
    throw fault;
  }
  return Buffer.concat(parts);
}

function opened(keys: Keys, at: { id: string; bound: string; proof: Proof }, secret: Buffer): Buffer {
  const dek = keys.unwrap('evidence', at.bound, { key: at.proof.key, wrapped: bytesOf(at.proof.dek) });
  const decipher = createDecipheriv('aes-256-gcm', dek, bytesOf(at.proof.nonce), { authTagLength: 16 }).setAAD(Buffer.from(at.bound));
  decipher.setAuthTag(bytesOf(at.proof.tag));
  return Buffer.concat([decipher.update(secret), decipher.final()]);
}
