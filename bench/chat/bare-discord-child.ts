// Run by bench/chat.ts, as the floor: discord.js alone, which defers a command and answers with one embed.
import { type ChatInputCommandInteraction, Client, GatewayIntentBits } from "discord.js";

const { discord } = JSON.parse(process.argv[2] ?? "{}") as { discord: { token: string; apiUrl: string } };
const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: discord.apiUrl }, allowedMentions: { parse: [] } });
client.on("interactionCreate", (interaction) => {
  if (interaction.isChatInputCommand()) void answer(interaction);
});
async function answer(interaction: ChatInputCommandInteraction): Promise<void> {
  await interaction.deferReply();
  await interaction.editReply({ embeds: [{ description: `Briefing: ${interaction.options.getString("topic")}` }] });
}

process.on("disconnect", () => process.exit(0));
const ready = new Promise((resolve) => client.once("clientReady", resolve));
await client.login(discord.token);
await ready;
process.send?.("ready");
