# syntax=docker/dockerfile:1
# The voice server, in an image without shell or package manager, as a non-root user. The server writes only to the journal volume:
# run the container with a read-only root filesystem. `docker build -t service-voucher-ivr .`

FROM mcr.microsoft.com/dotnet/sdk:10.0-noble AS build
WORKDIR /source
COPY . .
RUN dotnet publish Ivr.Server --configuration Release --output /app

# The "extra" variant contains time zone data: without Europe/Brussels the server does not start.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled-extra
WORKDIR /app
COPY --from=build --chown=0:0 /app .
# A new volume gets the owner of this folder.
COPY --from=build --chown=1654:1654 /source/deploy/journal /journal
ENV ASPNETCORE_ENVIRONMENT=Production \
    Urls=http://+:8080 \
    Emergency__JournalFolder=/journal \
    Shutdown__Drain=00:00:10 \
    DOTNET_EnableDiagnostics=0
EXPOSE 8080
VOLUME /journal
USER 1654:1654
STOPSIGNAL SIGTERM
ENTRYPOINT ["dotnet", "Ivr.Server.dll"]
CMD ["serve"]
