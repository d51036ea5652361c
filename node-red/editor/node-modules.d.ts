// Core's types name modules of Node.js; none of what the dialogs run does.
declare module 'crypto';
