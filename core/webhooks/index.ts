export * from './handshake';
export * from './notification';
export * from './parse-body';
export * from './read-notifications';
export * from './sample-notification';
export * from './signature';
export * from './status-ladder';
