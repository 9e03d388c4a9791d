export { recipientsOf, recipientsText, memberOfSource, sourceOf, type Address } from './addresses';
export { leafOf, SIGNED_ATTRIBUTES, type SignedAttributes, sortedAttributes } from './attributes';
export { pathText, signLeaves, type BatchType } from './batch-signature';
export { businessTimeOf } from './business-time';
export { canonicalBytes, MAX_DEPTH, MAX_PAYLOAD_BYTES, parseCanonical } from './canonical-json';
export { jsonMembers, nonCanonicalFault } from './non-canonical';
export { contentHash, newSalt } from './content-hash';
export type { BusAttributes, Envelope, Received } from './envelope';
export { envelopeErrors } from './envelope.errors';
export * from './fields';
export { CONTENT_TYPE_PATTERN, FILE_NAME_PATTERN, FileRef, MAX_FILE_BYTES } from './file-ref.part';
export { foreignExtension, type ForeignExtension } from './foreign-extension';
export { fromHeaders, toHeaders, type RawHeaders } from './headers';
export {
  generateKey,
  isKid,
  publicKeyFromJwk,
  signBytes,
  signerFromJwk,
  verifyBytes,
  type PrivateKeyJwk,
  type PublicKeyJwk,
  type Signer,
} from './keys';
export { foldPath, inclusionPath, inclusionPaths, merkleRoot } from './merkle';
export {
  Message,
  messageOf,
  messageType,
  type MessageClass,
  type MessageDefinition,
  type MessageOptions,
} from './message';
export { filePointers, filesBy, type FilesIn } from './named-files';
export * from './protocol';
export { personalPaths, schemaOf, type JsonSchema } from './schema';
export { schemaChecker, type SchemaChecker, schemaCheckerOnUse } from './schema-checker';
export { type SchemaBreak, schemaBreaks } from './schema-compatibility';
export {
  SignatureVerifier,
  type ExpectedSignature,
  type KeyDirectory,
  type PublicKeyRecord,
} from './signature-verifier';
export { streamOf } from './streams';
export { validateBody } from './validate-body';
