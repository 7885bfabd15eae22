using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Ivr.Server.Database;
using Ivr.Server.Secured.Isolation;
using Ivr.Tests.Documentation;
using Ivr.Tests.Host;
using Npgsql;
using YamlDotNet.RepresentationModel;

namespace Ivr.Tests.Deployment;

/// <summary>The deployment files use only settings and paths that the server knows, and agree with each other.</summary>
public sealed class DeploymentFilesTests
{
    private static readonly TimeSpan LongestWebhook = TimeSpan.FromSeconds(20);

    // Read by ASP.NET Core and the .NET runtime, not by the server's own code.
    private static readonly string[] NotOurs = ["ASPNETCORE_ENVIRONMENT", "DOTNET_EnableDiagnostics"];

    private static readonly string[] Manifests = ["server.yaml", "network.yaml", "owner.yaml", "secrets.example.yaml"];

    private static YamlNode Compose => Documents("compose.yaml").Single();

    private static YamlNode StatefulSet => Manifest("server.yaml", "StatefulSet");

    [Fact]
    public void Every_key_in_an_environment_is_one_of_the_servers()
    {
        var names = Dockerfile.Environment.Keys
            .Concat(new[] { "owner", "server" }.SelectMany(service => Compose.At("services", service, "environment").Fields().Select(field => field.Name)))
            .Concat(Containers().SelectMany(container => container.Has("env") ? container.At("env").Items().Select(variable => variable.Text("name")) : []))
            .Concat(Documents("deploy/kubernetes/secrets.example.yaml").SelectMany(secret => secret.At("stringData").Fields().Select(field => field.Name)))
            .Concat(UnitLines("Environment").Select(line => line.Split('=')[0])).ToList();

        Assert.NotEmpty(names);
        Assert.Empty(names.Except(NotOurs).Select(name => name.Replace("__", ":", StringComparison.Ordinal)).Except(ConfigurationKeys.All));
    }

    [Fact]
    public void The_image_runs_as_a_user_without_rights_and_its_bases_have_a_version()
    {
        Assert.Contains(("USER", "1654:1654"), Dockerfile.Last);
        Assert.Contains(("EXPOSE", new Uri(Dockerfile.Environment["Urls"].Replace("+", "any", StringComparison.Ordinal)).Port.ToString(CultureInfo.InvariantCulture)), Dockerfile.Last);
        var bases = Dockerfile.Instructions.Where(instruction => instruction.Instruction == "FROM").Select(instruction => instruction.Arguments.Split(' ')[0]).ToList();
        Assert.All(bases, image => Assert.Matches(@":10\.0-noble(-chiseled-extra)?$", image));
        Assert.EndsWith("-chiseled-extra", bases[^1], StringComparison.Ordinal);
        Assert.Equal(Dockerfile.Environment["Emergency__JournalFolder"], Dockerfile.Last.Single(instruction => instruction.Instruction == "VOLUME").Arguments);
    }

    [Fact]
    public void What_the_image_is_built_from_is_all_there_and_is_all_that_is_sent()
    {
        var sent = File.ReadLines(Repository.In(".dockerignore")).Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        Assert.All(sent, pattern => Assert.NotEmpty(Directory.EnumerateFileSystemEntries(Repository.In(), pattern)));
        foreach (var reference in new[] { "Ivr.Server", "Ivr.StateMachine", "Twilio.AspNet.Core", "sql", "global.json" })
            Assert.Contains(reference, sent);
        Assert.DoesNotContain(sent, pattern => pattern.StartsWith("Ivr.Tests", StringComparison.Ordinal));
    }

    [Fact]
    public void Containers_have_a_root_that_is_not_written_no_rights_and_no_secret()
    {
        Assert.NotEmpty(Containers());
        foreach (var container in Containers())
        {
            var security = container.At("securityContext");
            Assert.Equal("true", security.Text("readOnlyRootFilesystem"));
            Assert.Equal("false", security.Text("allowPrivilegeEscalation"));
            Assert.Equal("ALL", Assert.Single(security.At("capabilities", "drop").Items()).ToString());
            Assert.True(container.Has("resources"));
        }

        foreach (var pod in Pods())
        {
            Assert.Equal("true", pod.Text("securityContext", "runAsNonRoot"));
            Assert.Equal("1654", pod.Text("securityContext", "runAsUser"));
            Assert.Equal("false", pod.Text("automountServiceAccountToken"));
        }

        foreach (var service in new[] { "owner", "server" })
        {
            Assert.Equal("true", Compose.Text("services", service, "read_only"));
            Assert.Equal("ALL", Assert.Single(Compose.At("services", service, "cap_drop").Items()).ToString());
        }

        var secrets = Documents("deploy/kubernetes/secrets.example.yaml").SelectMany(secret => secret.At("stringData").Fields())
            .Where(field => field.Name is "Twilio__AuthToken" or "Passwords__Pepper").ToList();
        Assert.Equal(["Passwords__Pepper", "Twilio__AuthToken"], secrets.Select(field => field.Name).Distinct().Order(StringComparer.Ordinal));
        Assert.All(secrets, field => Assert.Equal("...", field.Value.ToString()));
        Assert.DoesNotMatch("PASSWORD[^:]*: (?!\\$)", File.ReadAllText(Repository.In("compose.yaml")));
    }

    [Fact]
    public void Whoever_stops_a_server_waits_longer_than_it_drains_and_answers()
    {
        var pod = StatefulSet.At("spec", "template", "spec");
        var inKubernetes = Containers(pod).Single().At("env").Items().Single(variable => variable.Text("name") == "Shutdown__Drain").Text("value");
        AssertLongEnough(pod.Text("terminationGracePeriodSeconds"), inKubernetes);
        AssertLongEnough(Compose.Text("services", "server", "stop_grace_period").TrimEnd('s'), Dockerfile.Environment["Shutdown__Drain"]);
        AssertLongEnough(UnitLine("TimeoutStopSec"), UnitLines("Environment").Single(line => line.StartsWith("Shutdown__Drain=", StringComparison.Ordinal)).Split('=')[1]);

        static void AssertLongEnough(string seconds, string drain) => Assert.True(
            TimeSpan.FromSeconds(int.Parse(seconds, CultureInfo.InvariantCulture)) > TimeSpan.Parse(drain, CultureInfo.InvariantCulture) + LongestWebhook);
    }

    [Fact]
    public void Systemd_waits_until_the_server_itself_says_that_it_takes_calls()
    {
        Assert.Equal("notify", UnitLine("Type"));
        Assert.Equal("main", UnitLine("NotifyAccess"));
        // The server notifies systemd through a Unix socket.
        Assert.Contains("AF_UNIX", UnitLine("RestrictAddressFamilies").Split(' '));
    }

    [Fact]
    public void Probes_ask_what_the_server_answers_and_calls_go_on_without_PostgreSQL()
    {
        var server = Containers(StatefulSet.At("spec", "template", "spec")).Single();
        Assert.Equal("/health/serving", server.Text("readinessProbe", "httpGet", "path"));
        Assert.Equal("/health/live", server.Text("livenessProbe", "httpGet", "path"));
        Assert.Equal("/health/live", server.Text("startupProbe", "httpGet", "path"));
        // A short delay must not remove a server. Otherwise the other servers get its calls, become slow and are removed too.
        Assert.InRange(int.Parse(server.Text("readinessProbe", "failureThreshold"), CultureInfo.InvariantCulture), 2, 5);
        Assert.InRange(int.Parse(server.Text("readinessProbe", "timeoutSeconds"), CultureInfo.InvariantCulture), 2, 10);
        Assert.Equal("8080", Assert.Single(server.At("ports").Items()).Text("containerPort"));
    }

    [Fact]
    public void Each_server_has_a_journal_of_its_own_that_stays()
    {
        var claim = Assert.Single(StatefulSet.At("spec", "volumeClaimTemplates").Items()).Text("metadata", "name");
        var mount = Assert.Single(Containers(StatefulSet.At("spec", "template", "spec")).Single().At("volumeMounts").Items());
        Assert.Equal(claim, mount.Text("name"));
        Assert.Equal(Dockerfile.Environment["Emergency__JournalFolder"], mount.Text("mountPath"));
        Assert.Contains($"journal:{Dockerfile.Environment["Emergency__JournalFolder"]}", Compose.At("services", "server", "volumes").Items().Select(volume => volume.ToString()));
        Assert.Equal($"/var/lib/{UnitLine("StateDirectory")}", UnitLines("Environment").Single(line => line.StartsWith("Emergency__JournalFolder=", StringComparison.Ordinal)).Split('=')[1]);
    }

    [Fact]
    public void Selectors_and_names_fit()
    {
        var labels = StatefulSet.At("spec", "template", "metadata", "labels").ToString();
        Assert.Equal(labels, StatefulSet.At("spec", "selector", "matchLabels").ToString());
        var services = Documents("deploy/kubernetes/server.yaml").Where(document => document.Text("kind") == "Service").ToList();
        Assert.All(services, service => Assert.Equal(labels, service.At("spec", "selector").ToString()));
        Assert.Contains(StatefulSet.Text("spec", "serviceName"), services.Select(service => service.Text("metadata", "name")));
        Assert.Equal(labels, Manifest("server.yaml", "PodDisruptionBudget").At("spec", "selector", "matchLabels").ToString());
        Assert.Equal(labels, Manifest("network.yaml", "NetworkPolicy").At("spec", "podSelector", "matchLabels").ToString());
        Assert.Contains(
            Manifest("network.yaml", "NetworkPolicy").At("spec", "ingress").Items().Single().At("ports").Items().Single().Text("port"),
            Containers(StatefulSet.At("spec", "template", "spec")).Single().At("ports").Items().Select(port => port.Text("name")));
        var secrets = Documents("deploy/kubernetes/secrets.example.yaml").Select(secret => secret.Text("metadata", "name")).ToList();
        Assert.NotEmpty(Containers());
        Assert.All(Containers(), container => Assert.NotEmpty(container.At("envFrom").Items()));
        Assert.All(Containers().SelectMany(container => container.At("envFrom").Items()), from => Assert.Contains(from.Text("secretRef", "name"), secrets));
    }

    [Fact]
    public void PostgreSQL_is_there_only_when_the_others_can_reach_it()
    {
        // The image creates the database with a temporary server that listens only on a Unix socket, and then starts the real one. A health
        // check over TCP succeeds only for the real one.
        Assert.Contains("--host=127.0.0.1", Compose.At("services", "postgres", "healthcheck", "test").Items().Select(argument => argument.ToString()));
        Assert.Equal("service_healthy", Compose.Text("services", "owner", "depends_on", "postgres", "condition"));
        Assert.Equal("service_completed_successfully", Compose.Text("services", "server", "depends_on", "owner", "condition"));
    }

    [Fact]
    public void What_is_due_every_night_and_every_month_runs_by_itself()
    {
        var inKubernetes = Documents("deploy/kubernetes/owner.yaml").Where(job => job.Text("kind") == "CronJob")
            .Select(job => Containers(Pods(job).Single()).Single().At("args").Items().Single().ToString());
        var onMachines = Directory.EnumerateFiles(Repository.In("deploy", "systemd"), "*.timer").Select(timer => Regex.Match(
            File.ReadAllText(timer), "(?<=^Unit=service-voucher-ivr-owner@)[a-z]+(?=.service$)", RegexOptions.Multiline, TimeSpan.FromSeconds(1)).Value);

        Assert.Equal(["partitions", "purge"], inKubernetes.Order(StringComparer.Ordinal));
        Assert.Equal(["partitions", "purge"], onMachines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_server_is_started_again_however_often_it_ended()
    {
        Assert.Equal("always", UnitLine("Restart"));
        Assert.Equal("0", UnitLine("StartLimitIntervalSec"));
    }

    [Fact]
    public void The_units_are_ones_that_systemd_understands()
    {
        using var folder = new TemporaryFolder();
        string[] units = [.. UnitFiles(folder)];

        Assert.NotEmpty(units);
        var complaints = Analyze("verify", "--man=no", units).Errors;

        Assert.DoesNotContain("service-voucher-ivr", complaints, StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_an_environment_has_names_that_systemd_takes_and_the_server_knows()
    {
        var lines = EnvironmentExample().ToList();

        Assert.Contains(lines, line => line.StartsWith("Lines__flanders_brussels__", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Matches("^[A-Za-z_][A-Za-z0-9_]*=", line));
        var keys = lines.Select(line => line.Split('=')[0].Replace("__", ":", StringComparison.Ordinal));
        Assert.Empty(keys.Select(key => key.StartsWith("Lines:", StringComparison.Ordinal) ? "Lines:*" : key).Except(ConfigurationKeys.All));
    }

    [Theory]
    [InlineData("Lines__flanders-brussels__Numbers__0=+3280035530", false)]
    [InlineData("Lines__flanders_brussels__Numbers__0=+3280035530", true)]
    public void Systemd_takes_a_line_with_an_underscore_and_none_with_a_hyphen(string assignment, bool isTaken)
    {
        using var folder = new TemporaryFolder();
        var unit = folder.In("service-voucher-ivr.service");
        File.WriteAllText(unit, Unit.Replace("/usr/bin/dotnet", "/bin/true", StringComparison.Ordinal).Replace("[Service]\n", $"[Service]\nEnvironment={assignment}\n", StringComparison.Ordinal));

        var complaints = Analyze("verify", "--man=no", [unit]).Errors;

        Assert.Equal(isTaken, !complaints.Contains("Lines__flanders", StringComparison.Ordinal));
    }

    [Fact]
    public void The_pools_of_all_servers_fit_into_the_connections_that_PostgreSQL_allows()
    {
        // Without a setting of its own. Three of these are for the superuser, and docs/scaling.md keeps 30 for the owner and other systems.
        const int allowed = 100 - 3;
        const int others = 30 - 3;
        var inCompose = Compose.Text("services", "server", "environment", "ConnectionStrings__Ivr").Replace("${SERVER_PASSWORD}", "x", StringComparison.Ordinal);
        var inKubernetes = Documents("deploy/kubernetes/secrets.example.yaml").Single(secret => secret.Text("metadata", "name") == "ivr-server").Text("stringData", "ConnectionStrings__Ivr");
        var onMachines = EnvironmentExample().Single(line => line.StartsWith("ConnectionStrings__Ivr=", StringComparison.Ordinal)).Split('=', 2)[1].Trim('"');

        Assert.InRange(ConnectionsOf(inCompose), 2, allowed - others);
        Assert.InRange(int.Parse(StatefulSet.Text("spec", "replicas"), CultureInfo.InvariantCulture) * ConnectionsOf(inKubernetes), 2, allowed - others);
        Assert.InRange(2 * ConnectionsOf(onMachines), 2, allowed - others);

        static int ConnectionsOf(string connectionString) =>
            new NpgsqlConnectionStringBuilder(connectionString).MaxPoolSize + BackgroundDataSource.MaxConnections + SecuredSource.MaxConnections;
    }

    [Fact]
    public void The_units_may_do_little()
    {
        using var folder = new TemporaryFolder();
        var services = UnitFiles(folder).Where(file => file.EndsWith(".service", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(services);
        foreach (var unit in services)
        {
            var (exitCode, errors) = Analyze("security", "--threshold=20", ["--offline=true", "--no-pager", unit]);
            Assert.SkipWhen(errors.Contains("unrecognized option", StringComparison.Ordinal), "This systemd cannot judge units that are not installed.");
            Assert.True(exitCode == 0, $"{unit} may do too much.");
        }
    }

    // The program that the units start is not installed here, so /bin/true takes its place. A template is checked once for each of its
    // instances. systemd reads an environment file only when it starts a unit, so the example is in the unit.
    private static IEnumerable<string> UnitFiles(TemporaryFolder folder)
    {
        foreach (var file in Directory.EnumerateFiles(Repository.In("deploy", "systemd")).Where(file => !file.EndsWith(".example", StringComparison.Ordinal)))
        {
            foreach (var instance in file.Contains('@', StringComparison.Ordinal) ? ["@purge", "@partitions"] : new[] { "" })
            {
                var unit = folder.In(instance.Length == 0 ? Path.GetFileName(file) : Path.GetFileName(file).Replace("@", instance, StringComparison.Ordinal));
                var example = string.Join('\n', EnvironmentExample().Select(line => $"Environment={line}"));
                File.WriteAllText(unit, File.ReadAllText(file).Replace("/usr/bin/dotnet", "/bin/true", StringComparison.Ordinal)
                    .Replace("EnvironmentFile=/etc/service-voucher-ivr/environment", example, StringComparison.Ordinal));
                yield return unit;
            }
        }
    }

    private static (int ExitCode, string Errors) Analyze(string verb, string option, string[] rest)
    {
        const string analyze = "/usr/bin/systemd-analyze";
        Assert.SkipUnless(File.Exists(analyze), "systemd is not here.");
        using var process = Process.Start(
            new ProcessStartInfo(analyze, [verb, option, .. rest]) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEnd();
        output.Wait();
        process.WaitForExit();
        return (process.ExitCode, errors);
    }

    private static string Unit => File.ReadAllText(Repository.In("deploy", "systemd", "service-voucher-ivr.service"));

    private static IEnumerable<string> UnitLines(string key) =>
        Unit.Split('\n').Where(line => line.StartsWith($"{key}=", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..]);

    private static IEnumerable<string> EnvironmentExample() =>
        File.ReadLines(Repository.In("deploy", "systemd", "environment.example")).Where(line => line.Length > 0 && line[0] != '#');

    private static string UnitLine(string key) => UnitLines(key).Single();

    private static IEnumerable<YamlNode> Documents(string file)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Repository.In(file.Split('/')));
        yaml.Load(reader);
        return yaml.Documents.Select(document => document.RootNode);
    }

    private static YamlNode Manifest(string file, string kind) =>
        Documents($"deploy/kubernetes/{file}").Single(document => document.Text("kind") == kind);

    // Every mapping with the key "containers" is a pod, at any depth of a job or a set.
    private static IEnumerable<YamlNode> Pods() => Manifests.SelectMany(file => Documents($"deploy/kubernetes/{file}")).SelectMany(Pods);

    private static IEnumerable<YamlNode> Pods(YamlNode document) =>
        document.AllNodes.OfType<YamlMappingNode>().Where(node => node.Has("containers"));

    private static IEnumerable<YamlNode> Containers() => Pods().SelectMany(Containers);

    private static IEnumerable<YamlNode> Containers(YamlNode pod) => pod.At("containers").Items();
}
