using System.Buffers;
using System.Buffers.Binary;

namespace Ivr.Tests.Faults.Injection;

/// <summary>
/// Parses the messages from a client to PostgreSQL as far as needed to detect a confirmation
/// (https://www.postgresql.org/docs/current/protocol-message-formats.html). <c>hear</c> gets the type and the body of each message.
/// </summary>
internal sealed class FrontendMessages(Action<char, ReadOnlySequence<byte>>? hear = null)
{
    private const int StartupVersion = 3;
    private const int LengthBytes = 4;

    private bool _isStarted;
    private bool _isConfirming;

    /// <summary>
    /// Reads whole messages up to the one that commits a confirmation, or all available ones, and removes them from <paramref
    /// name="buffer"/>. Returns the start of the committing message; null for none.
    /// </summary>
    public SequencePosition? ReadToCommit(ref ReadOnlySequence<byte> buffer)
    {
        while (TryRead(ref buffer, out var start, out var type, out var body))
        {
            hear?.Invoke(type, body);
            // A single statement is its own transaction. The Sync message commits it.
            if (type == 'P' && IsConfirmation(body))
                _isConfirming = true;
            if (type != 'S' || !_isConfirming)
                continue;
            _isConfirming = false;
            return start;
        }

        return null;
    }

    private bool TryRead(
        ref ReadOnlySequence<byte> buffer, out SequencePosition start, out char type, out ReadOnlySequence<byte> body)
    {
        start = buffer.Start;
        (type, body) = ('\0', default);
        // Before the session has started, messages have no type byte.
        var typeBytes = _isStarted ? 1 : 0;
        if (buffer.Length < (_isStarted ? 1 + LengthBytes : 2 * LengthBytes))
            return false;
        var length = ReadNumber(buffer.Slice(typeBytes));
        if (buffer.Length < typeBytes + length)
            return false;
        body = buffer.Slice(typeBytes + LengthBytes, length - LengthBytes);
        if (_isStarted)
            type = (char)buffer.FirstSpan[0];
        else
            _isStarted = ReadNumber(body) >> 16 == StartupVersion;
        buffer = buffer.Slice(typeBytes + length);
        return true;
    }

    private static int ReadNumber(ReadOnlySequence<byte> buffer)
    {
        Span<byte> bytes = stackalloc byte[LengthBytes];
        buffer.Slice(0, LengthBytes).CopyTo(bytes);
        return BinaryPrimitives.ReadInt32BigEndian(bytes);
    }

    private static bool IsConfirmation(ReadOnlySequence<byte> body) =>
        (body.IsSingleSegment ? body.FirstSpan : body.ToArray()).IndexOf("insert into prestation"u8) >= 0;
}
