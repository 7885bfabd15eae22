using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ivr.Tests.Oracles;

/// <summary>A running <c>oracle.mjs</c>: requests and responses are lines of JSON, and responses come in any order.</summary>
internal sealed class OracleProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonElement>> _waiting = new();
    private readonly SemaphoreSlim _oneWriter = new(1);
    private readonly StringBuilder _complaints = new();
    private readonly Task _reading;
    private int _lastId;

    private OracleProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints) _complaints.Append(CultureInfo.InvariantCulture, $" {line.Data}");
        };
        _process.BeginErrorReadLine();
        _reading = ReadAsync();
    }

    /// <summary>Installs the SDK if it is missing, and starts the process.</summary>
    /// <exception cref="InvalidOperationException">Node.js or npm is missing, or the SDK cannot be installed.</exception>
    internal static async Task<OracleProcess> StartAsync()
    {
        await NodePackages.InstallAsync();
        return new(NodePackages.Start("node", "oracle.mjs"));
    }

    /// <summary>Sends one question and waits for the answer, at most 30 seconds.</summary>
    /// <exception cref="InvalidDataException">The SDK reports an error.</exception>
    internal async Task<JsonElement> AskAsync(object question)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answer = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        _waiting[id] = answer;
        if (_reading.IsCompleted)
            throw Ended();

        var line = JsonSerializer.SerializeToNode(question)!.AsObject();
        line["id"] = id;
        await SendAsync(line);
        return await answer.Task.WaitAsync(Patience);
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(5));
        try
        {
            await _process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        await _reading;
        _process.Dispose();
        _oneWriter.Dispose();
    }

    private async Task SendAsync(JsonObject line)
    {
        await _oneWriter.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(line.ToJsonString());
            await _process.StandardInput.FlushAsync();
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            using var answer = JsonDocument.Parse(line);
            if (!_waiting.TryRemove(answer.RootElement.GetProperty("id").GetInt32(), out var asker))
                continue;

            if (answer.RootElement.TryGetProperty("error", out var reason))
                asker.SetException(new InvalidDataException($"The official Twilio SDK refuses: {reason.GetString()}"));
            else
                asker.SetResult(answer.RootElement.GetProperty("result").Clone());
        }

        foreach (var asker in _waiting.Values)
            asker.TrySetException(Ended());
    }

    private InvalidOperationException Ended()
    {
        lock (_complaints) return new($"oracle.mjs has ended:{_complaints}");
    }
}
