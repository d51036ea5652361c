// Prints how many milliseconds this process needs to load the nodes of the Node-RED package.
const path = require('node:path');

const folder = path.join(__dirname, '../node-red');
const { nodes } = require(path.join(folder, 'package.json'))['node-red'];
const began = process.hrtime.bigint();
for (const file of Object.values(nodes)) require(path.join(folder, file));
console.log(Number(process.hrtime.bigint() - began) / 1e6);
