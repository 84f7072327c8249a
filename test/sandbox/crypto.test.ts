import { AESCipher } from '@larksuiteoapi/node-sdk';
import { describe, expect, it } from 'vitest';
import { decrypt, encrypt, signature } from '../../sandbox/wire/crypto.ts';
import { decodeFrame, encodeFrame } from '../../sandbox/wire/frames.ts';

const demoKey = 'kudryavka-demo-encrypt-key';
const sealed =
  'AAECAwQFBgcICQoLDA0OD9U3Q5TvxNdafJb4fQvM7VwTwzJK12ze/h1GB1Cf2eRv6oGRAMoLm6RAFKnp98aXY4e95Fs+LYW6SD69FcjRw2hUWu/YyGoNmxe3Uw3UKePs6+CQNCAaA/pP44g8AtQD21YvKH7Lk0rIiBRhcWm/+7Y=';
const plain = '{"challenge":"c-test-challenge","token":"rvaYgkND1GOiu5MM0E1rncYC6PLtF7JV","type":"url_verification"}';

describe('encryption and signature', () => {
  it('opens the vector of the platform documentation', () => {
    expect(decrypt('test key', 'P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=')).toBe('hello world');
  });

  it('seals the sample event byte for byte', () => {
    const iv = Buffer.from(Array.from({ length: 16 }, (_each, index) => index));
    expect(encrypt(demoKey, plain, iv)).toBe(sealed);
  });

  it('signs the sample event with the documented value', () => {
    const body = `{"encrypt":"${sealed}"}`;
    expect(signature({ timestamp: '1760000000', nonce: '8f3a2c1d', encryptKey: demoKey, body })).toBe(
      'e343c213fead865347193572b01b2ab26cce7f344f31f78b26e237e05aa63e44',
    );
  });

  it('is opened by the official SDK', () => {
    expect(new AESCipher(demoKey).decrypt(encrypt(demoKey, '中文'))).toBe('中文');
  });

  it('a frame of the long connection survives its way', () => {
    const frame = { service: 7, method: 1, headers: { type: 'event', sum: '1', seq: '0' }, payload: Buffer.from('{"a":1}') };
    expect(decodeFrame(encodeFrame(frame))).toEqual(frame);
  });
});
