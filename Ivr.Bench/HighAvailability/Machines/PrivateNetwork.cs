using System.Diagnostics;
using System.Globalization;
using Ivr.Bench.Rounds;
using Ivr.Server.Development;

namespace Ivr.Bench.HighAvailability.Machines;

/// <summary>
/// A network of machines on this machine: each has its own address and its own standard ports (a Linux network namespace). Only root can
/// make one. The kernel ends all processes on it when this process ends, even when it is killed, because the first process of their
/// process id namespace reads a pipe from this one.
/// </summary>
internal sealed class PrivateNetwork : IAsyncDisposable
{
    /// <summary>The folder for all files, which exists only for the processes of the network.</summary>
    public const string Folder = "/mnt";

    private const string FirstProcess = "echo started; exec env --ignore-signal=CHLD cat";

    private readonly Process _life;
    private readonly string _first;
    private readonly string _subnet;

    private PrivateNetwork(Process life, string first, string subnet) => (_life, _first, _subnet) = (life, first, subnet);

    /// <summary>The address of this process on the network.</summary>
    public string HostAddress => Address(1);

    /// <summary>True when this machine lets this process make a network.</summary>
    public static async Task<bool> IsPossibleAsync() =>
        Environment.IsPrivilegedProcess && (await Shell.RunAsync("unshare", "--net", "--pid", "--mount", "--fork", "true")).ExitCode == 0;

    /// <summary>
    /// Makes the network. Its files go into the existing folder <paramref name="disk"/>; null for files in memory, which end with it.
    /// </summary>
    public static async Task<PrivateNetwork> StartAsync(string? disk = null)
    {
        var life = Process.Start(new ProcessStartInfo(
            "unshare", ["--net", "--pid", "--mount", "--mount-proc", "--fork", "--kill-child", "sh", "-c", FirstProcess])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        if (await life.StandardOutput.ReadLineAsync() is null)
            throw new BenchException("This machine lets nobody make a network of its own.");
        var first = (await File.ReadAllTextAsync($"/proc/{life.Id}/task/{life.Id}/children")).Trim();
        // Two test runs at the same time have different addresses.
        var network = new PrivateNetwork(life, first, string.Create(CultureInfo.InvariantCulture, $"10.{200 + life.Id / 250 % 50}.{life.Id % 250}"));
        try
        {
            await network.ConnectAsync(disk);
            return network;
        }
        catch
        {
            await network.DisposeAsync();
            throw;
        }
    }

    /// <summary>Adds a machine whose address ends with <paramref name="number"/>.</summary>
    public async Task<Machine> AddAsync(string name, int number)
    {
        await ShellAsync($"""
            ip netns add {name}
            ip link add {name} type veth peer name eth0
            ip link set eth0 netns {name}
            ip link set {name} master lan up
            ip -n {name} link set lo up
            ip -n {name} address add {Address(number)}/24 dev eth0
            ip -n {name} link set eth0 up
            """);
        return new(this, name, Address(number));
    }

    /// <summary>Replaces the example network of a configuration file with this one.</summary>
    public string Localise(string text) => text.Replace("10.0.0.", $"{_subnet}.", StringComparison.Ordinal);

    /// <summary>Writes a file in <see cref="Folder"/>.</summary>
    /// <returns>Its path, as the processes of the network see it.</returns>
    public async Task<string> WriteAsync(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        await File.WriteAllTextAsync($"/proc/{_first}/root{path}", text);
        return path;
    }

    /// <summary>The ids of all its processes as this process sees them, by their ids in the network.</summary>
    public IReadOnlyDictionary<int, int> Processes()
    {
        var space = SpaceOf(_first);
        return Directory.EnumerateDirectories("/proc")
            .Select(folder => Path.GetFileName(folder))
            .Where(id => id.All(char.IsAsciiDigit) && SpaceOf(id) == space)
            .Select(id => (Here: id, Inside: InsideOf(id)))
            .Where(process => process.Inside is not null)
            .ToDictionary(process => process.Inside!.Value, process => int.Parse(process.Here, CultureInfo.InvariantCulture));
    }

    /// <summary>Copies the logs to a folder that outlives the network, and returns the folder.</summary>
    public string KeepLogs()
    {
        var folder = Directory.CreateTempSubdirectory("ivr-cluster-").FullName;
        foreach (var log in Directory.GetFiles($"/proc/{_first}/root{Folder}", "*.log"))
            File.Copy(log, Path.Combine(folder, Path.GetFileName(log)));
        return folder;
    }

    /// <summary>Runs a shell script among the processes of the network, with its arguments.</summary>
    public Task<string> ShellAsync(string script, params IEnumerable<string> arguments) =>
        Shell.MustAsync("nsenter", ["--target", _first, "--net", "--pid", "--mount", "--", "sh", "-euc", script, "sh", .. arguments]);

    public async ValueTask DisposeAsync()
    {
        _life.StandardInput.Close();
        await _life.WaitForExitAsync();
        _life.Dispose();
    }

    private static string? SpaceOf(string process)
    {
        try
        {
            return new FileInfo($"/proc/{process}/ns/pid").LinkTarget;
        }
        catch (IOException)
        {
            // It has just ended.
            return null;
        }
    }

    // The last of its ids is the one in its own namespace.
    private static int? InsideOf(string process)
    {
        try
        {
            var ids = File.ReadLines($"/proc/{process}/status").Single(line => line.StartsWith("NSpid:", StringComparison.Ordinal));
            return int.Parse(ids.Split('\t')[^1], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string Address(int number) => $"{_subnet}.{number}";

    private async Task ConnectAsync(string? disk)
    {
        var near = $"ivr{_life.Id}";
        await Shell.MustAsync("ip", "link", "add", near, "type", "veth", "peer", "name", $"{near}b");
        await Shell.MustAsync("ip", "link", "set", $"{near}b", "netns", _first);
        await Shell.MustAsync("ip", "address", "add", $"{HostAddress}/24", "dev", near);
        await Shell.MustAsync("ip", "link", "set", near, "up");
        await ShellAsync($"mount {(disk is null ? "-t tmpfs none" : "--bind \"$1\"")} {Folder}", disk ?? "");
        await ShellAsync($"""
            mount -t tmpfs none /run
            mkdir /run/netns
            ip link add lan type bridge
            ip link set lan up
            ip link set {near}b master lan up
            """);
    }
}
