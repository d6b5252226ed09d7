# why401 as a small image: no dev dependencies, no package manager's cache, a user without rights, nothing written
# outside of /data. Its steps run in `npm test` too, without a container engine (scripts/exercise-dockerfile.ts).
#
#   docker build -t why401 .
#   docker run --read-only --cap-drop ALL -v why401:/data -p 3978:3978 --env-file .env why401

FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
# No package of ours needs its install script: the runtime is the image's own.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY tsconfig.json tsconfig.build.json ./
COPY scripts/run.mjs scripts/copy-assets.ts scripts/
COPY src src
RUN npm run build
RUN npm prune --omit=dev --ignore-scripts --no-audit --no-fund
# What only compilers and debuggers read: a third of the size, half of the files.
RUN find node_modules -type f '(' -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' ')' -delete
RUN mkdir volume

FROM node:24-slim
ENV NODE_ENV=production
ENV WHY401_DATABASE_FILE=/data/why401.db
WORKDIR /app
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY --from=build /app/scripts/run.mjs scripts/
COPY package.json ./
# The one place that is written to. With DATABASE_URL it stays empty.
COPY --from=build --chown=node:node /app/volume /data
VOLUME /data
USER node
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=3s --start-period=30s CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/run.mjs", "dist/main.js"]
