import protobuf from 'protobufjs';

// The platform declares SeqID and LogID as uint64; as uint32 their bytes are the same for what is sent here (0), longer ones are skipped
// over, and no 64-bit library is needed, which the official Node SDK switches off for its whole process.

const { root } = protobuf.parse(
  `
  syntax = "proto2";
  package pbbp2;
  message Header { required string key = 1; required string value = 2; }
  message Frame {
    required uint32 SeqID = 1; required uint32 LogID = 2; required int32 service = 3; required int32 method = 4;
    repeated Header headers = 5; optional string payload_encoding = 6; optional string payload_type = 7;
    optional bytes payload = 8; optional string LogIDNew = 9;
  }`,
  { keepCase: true },
);
const Frame = root.lookupType('pbbp2.Frame');

/** One frame of the long connection; `method` 0 is control, 1 data. */
export interface WireFrame {
  service: number;
  method: number;
  headers: Record<string, string>;
  payload: Buffer;
}

/** The binary form of a frame. */
export function encodeFrame(frame: WireFrame): Uint8Array {
  return Frame.encode({
    SeqID: 0,
    LogID: 0,
    service: frame.service,
    method: frame.method,
    headers: Object.entries(frame.headers).map(([key, value]) => ({ key, value })),
    payload: frame.payload,
  }).finish();
}

/** Reads a binary frame; throws when it is none. */
export function decodeFrame(bytes: Uint8Array): WireFrame {
  const raw = Frame.toObject(Frame.decode(bytes), { bytes: Buffer, longs: Number, arrays: true, defaults: true }) as {
    service: number;
    method: number;
    headers: { key: string; value: string }[];
    payload: Uint8Array;
  };
  return {
    service: raw.service,
    method: raw.method,
    headers: Object.fromEntries(raw.headers.map(({ key, value }) => [key, value])),
    payload: Buffer.from(raw.payload),
  };
}
