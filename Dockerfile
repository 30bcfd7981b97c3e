FROM node:24-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# Without its scripts: they build the program, whose source comes later, so that a change of it does not install everything again.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY prisma prisma
COPY scripts scripts
COPY src src
# The build tries a briefing over it, and keeps what V8 compiled.
COPY demo demo
# Node 24 has SQLite; of what is optional, only the drawing of pictures and the holidays are used.
RUN npm run prepare && npm prune --omit=dev --ignore-scripts && rm -rf node_modules/@photostructure/sqlite

FROM node:24-bookworm-slim
ENV NODE_ENV=production \
  DATABASE_URL=file:/data/attache.db \
  HEALTH_HOST=0.0.0.0 \
  HEALTH_PORT=9464 \
  SLACK_HOST=0.0.0.0 \
  WEB_HOST=0.0.0.0
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE NOTICE THIRD-PARTY.md ./
COPY prisma prisma
COPY starter starter
COPY demo demo
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:9464/healthz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/main.js"]
CMD ["start"]
