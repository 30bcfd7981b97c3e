import { type IShardingStrategy, SimpleShardingStrategy, type WebSocketManager, type WebSocketShard } from "@discordjs/ws";

/** What discord.js has no hook for: where its shards are, how one takes a frame, and how it connects again. */
interface Strategy {
  shards: Map<number, WebSocketShard>;
}
interface Shard {
  onMessage(data: unknown, isBinary: boolean): Promise<void>;
  internalConnect(): Promise<void>;
}

export interface ShardGuard {
  /** Whether a frame may go on to the shard. */
  accepts(data: unknown): boolean;
  onFailure(error: unknown): void;
}

/**
 * Connections to the gateway as discord.js's own strategy makes them, with two differences. A frame is looked at before the shard sees
 * it, because a malformed one ends in a rejection that nobody handles. And a shard that is stopped while it waits for its next try does
 * not connect any more.
 */
export function createShards(manager: WebSocketManager, guard: ShardGuard): IShardingStrategy {
  const strategy = new SimpleShardingStrategy(manager);
  const { shards } = strategy as unknown as Strategy;
  let isStopped = false;

  function tame(shard: Shard): Shard {
    const { onMessage, internalConnect } = shard;
    return {
      async onMessage(data, isBinary) {
        if (guard.accepts(data)) await onMessage.call(shard, data, isBinary).catch(guard.onFailure);
      },
      async internalConnect() {
        if (!isStopped) await internalConnect.call(shard).catch(guard.onFailure);
      },
    };
  }

  return {
    async spawn(shardIds) {
      await strategy.spawn(shardIds);
      for (const shard of shards.values()) Object.assign(shard, tame(shard as unknown as Shard));
    },
    connect: () => strategy.connect(),
    destroy(options) {
      // The manager begins with this as well, before there are any.
      isStopped = shards.size > 0;
      return strategy.destroy(options);
    },
    send: (shardId, payload) => strategy.send(shardId, payload),
    fetchStatus: () => strategy.fetchStatus(),
  };
}
