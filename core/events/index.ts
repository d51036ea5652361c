export * from './automations';
export * from './notice';
export * from './plan-messages';
export * from './planned-message';
export * from './platforms/index';
export * from './read-notice';
export { variableNames, type VariableName } from './variables';
