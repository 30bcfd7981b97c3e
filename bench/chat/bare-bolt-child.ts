// Run by bench/chat.ts, as the floor: Bolt alone, which acknowledges a command and posts one message.
import bolt from "@slack/bolt";

interface Settings {
  botToken: string;
  apiUrl: string;
  connection: { mode: "socket"; appToken: string } | { mode: "http"; signingSecret: string; host: string; port: number };
}

const { slack } = JSON.parse(process.argv[2] ?? "{}") as { slack: Settings };
const { connection } = slack;
const client = { slackApiUrl: slack.apiUrl };
const app =
  connection.mode === "socket"
    ? new bolt.App({ token: slack.botToken, appToken: connection.appToken, socketMode: true, clientOptions: client })
    : new bolt.App({ token: slack.botToken, signingSecret: connection.signingSecret, clientOptions: client });
app.command("/briefing", async ({ ack, command, client: api }) => {
  await ack();
  await api.chat.postMessage({ channel: command.channel_id, text: `Briefing: ${command.text}` });
});
process.on("disconnect", () => process.exit(0));
if (connection.mode === "socket") await app.start();
else await app.start({ port: connection.port, host: connection.host });
process.send?.("ready");
