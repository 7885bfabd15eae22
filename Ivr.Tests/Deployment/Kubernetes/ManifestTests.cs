using System.Text.RegularExpressions;
using Ivr.Server.Development;
using Ivr.Tests.Host;
using Ivr.Tests.Oracles;

namespace Ivr.Tests.Deployment.Kubernetes;

/// <summary>Kubernetes accepts the manifests, and they allow what the servers need.</summary>
public sealed partial class ManifestTests
{
    [Fact]
    public async Task Each_manifest_fits_the_schema_of_its_kind()
    {
        var folder = NodePackages.FolderOf(Path.Combine("Deployment", "Kubernetes"));
        await NodePackages.InstallAsync(folder);
        var manifests = Directory.EnumerateFiles(Repository.In("deploy", "kubernetes"), "*.yaml").Order(StringComparer.Ordinal);

        var (exitCode, output) = await Shell.RunAsync("node", [Path.Combine(folder, "validate.mjs"), .. manifests]);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            ["NetworkPolicy", "Job", "CronJob", "CronJob", "Secret", "Secret", "Service", "Service", "ServiceAccount", "StatefulSet", "PodDisruptionBudget"],
            output.Split('\n'));
    }

    [Fact]
    public void Servers_may_reach_each_port_of_a_cluster()
    {
        var policy = File.ReadAllText(Repository.In("deploy", "kubernetes", "network.yaml"));
        var haproxy = File.ReadAllText(Repository.In("deploy", "cluster", "haproxy.cfg"));
        var pgbouncer = File.ReadAllText(Repository.In("deploy", "cluster", "pgbouncer.ini"));
        var ports = Database().Matches(haproxy).Concat(Pooler().Matches(pgbouncer)).Select(match => match.Groups["port"].Value).ToList();

        Assert.Equal(["5000", "5001", "6432"], ports);
        Assert.All(ports, port => Assert.Contains($"{{ port: {port} }}", policy, StringComparison.Ordinal));
    }

    // The sections in front of PostgreSQL. The voice servers are in a frontend.
    [GeneratedRegex(@"^listen \w+\s+bind :(?<port>\d+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Database();

    [GeneratedRegex(@"^listen_port = (?<port>\d+)$", RegexOptions.Multiline, 1000)]
    private static partial Regex Pooler();
}
