using System.Globalization;

namespace Ivr.Bench.HighAvailability.Machines;

/// <summary>A machine of a <see cref="PrivateNetwork"/>, and what can happen to a machine.</summary>
internal sealed class Machine(PrivateNetwork network, string name, string address)
{
    // The programs of different machines do not meet in these folders.
    private const string StartScript = """
        machine=$1; user=$2; log=$3; shift 3
        exec setsid --fork ip netns exec "$machine" sh -euc '
            mount -t tmpfs none /run
            mount -t tmpfs none /dev/shm
            install -d -o "$0" /run/postgresql
            exec setpriv --reuid "$0" --regid "$0" --clear-groups env "$@"
            ' "$user" "$@" </dev/null >>"$log" 2>&1
        """;

    public string Name => name;

    public string Address => address;

    /// <summary>
    /// Starts a program as <paramref name="user"/> with its output in the file <paramref name="log"/>. Returns at once.
    /// </summary>
    public Task StartAsync(string user, string log, IReadOnlyDictionary<string, string> environment, params IEnumerable<string> command) =>
        network.ShellAsync(StartScript, [name, user, log, .. environment.Select(variable => $"{variable.Key}={variable.Value}"), .. command]);

    /// <summary>The ids of its processes, as this process sees them.</summary>
    public async Task<IReadOnlyList<int>> ProcessesAsync()
    {
        var inside = await network.ShellAsync("ip netns pids \"$1\"", name);
        var all = network.Processes();
        // One that has just ended is missing.
        return [.. inside.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(id => all.GetValueOrDefault(int.Parse(id, CultureInfo.InvariantCulture))).Where(id => id > 0)];
    }

    /// <summary>Ends all its programs, as a power cut does.</summary>
    public Task LosePowerAsync() => SignalAsync("KILL");

    /// <summary>Stops all its programs with SIGSTOP. Its kernel still accepts connections.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Continues all its programs.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <summary>Sends a signal to each of its programs with this name.</summary>
    public Task SignalAsync(string signal, string program) => network.ShellAsync(
        "for pid in $(ip netns pids \"$1\"); do [ \"$(cat /proc/$pid/comm || :)\" != \"$2\" ] || kill -\"$3\" $pid || :; done", name, program, signal);

    /// <summary>Waits until it has no program with this name.</summary>
    public Task EndedAsync(string program) => network.ShellAsync(
        "while ip netns pids \"$1\" | xargs --no-run-if-empty -I{} cat /proc/{}/comm | grep -qx \"$2\"; do sleep 0.05; done", name, program);

    /// <summary>Cuts the connection to other machines, in both directions. Connections stay open and packets are lost.</summary>
    public Task CutOffAsync(params IEnumerable<Machine> others) => RouteAsync("add", others);

    /// <summary>Undoes <see cref="CutOffAsync"/>.</summary>
    public Task ReconnectAsync(params IEnumerable<Machine> others) => RouteAsync("delete", others);

    private Task<string> SignalAsync(string signal) =>
        network.ShellAsync("ip netns pids \"$1\" | xargs --no-run-if-empty kill -\"$2\" || :", name, signal);

    private Task<string> RouteAsync(string change, IEnumerable<Machine> others) => network.ShellAsync(
        "machine=$1; change=$2; shift 2; for other; do ip -n \"$machine\" route \"$change\" blackhole \"$other\"; done",
        [name, change, .. others.Select(other => other.Address)]);
}
