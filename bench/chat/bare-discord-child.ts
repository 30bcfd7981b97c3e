// Run by bench/chat.ts, as the floor: discord.js alone, which defers a command and answers with one embed.
import { Client, GatewayIntentBits } from "discord.js";

const { discord } = JSON.parse(process.argv[2] ?? "{}") as { discord: { token: string; apiUrl: string } };
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl }, allowedMentions: { parse: [] } });
client.on("interactionCreate", async (interaction) => {
  if (!interaction.isChatInputCommand()) return;
  await interaction.deferReply();
  await interaction.editReply({ embeds: [{ description: `Briefing: ${interaction.options.getString("topic")}` }] });
});
process.on("disconnect", () => process.exit(0));
const ready = new Promise((resolve) => client.once("clientReady", resolve));
await client.login(discord.token);
await ready;
process.send?.("ready");
