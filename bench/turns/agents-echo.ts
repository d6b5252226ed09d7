/** The same echo on botbuilder's successor and express: for the record. */
import type { AddressInfo } from 'node:net';
import { ActivityHandler, CloudAdapter, MessageFactory, type Request } from '@microsoft/agents-hosting';
import express from 'express';
import { serve } from './serve.ts';

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(MessageFactory.text(`Echo: ${context.activity.text}`));
  await next();
});

const adapter = new CloudAdapter();
const app = express();
app.use(express.json());
app.post('/api/messages', async (req, res) => {
  await adapter.process(req as unknown as Request, res, (context) => bot.run(context));
});
const server = app.listen(0, '127.0.0.1', () => serve((server.address() as AddressInfo).port));
