using System.Buffers;
using System.Buffers.Binary;

namespace Ivr.Tests.Faults.Injection;

/// <summary>
/// Follows what a client sends to PostgreSQL, as far as it takes to see a confirmation pass
/// (https://www.postgresql.org/docs/current/protocol-message-formats.html).
/// </summary>
internal sealed class FrontendMessages
{
    private const int StartupVersion = 3;
    private const int LengthBytes = 4;

    private bool _isStarted;
    private bool _isConfirming;

    /// <summary>Reads whole messages up to the one that has a confirmation committed, or as many as there are.</summary>
    /// <param name="buffer">What the client sent; what was read is taken off.</param>
    /// <returns>Where that message begins; null when none was seen.</returns>
    public SequencePosition? ReadToCommit(ref ReadOnlySequence<byte> buffer)
    {
        while (TryRead(ref buffer, out var start, out var type, out var body))
        {
            // One statement is its own transaction, which Sync commits.
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
        // Until the session has started, messages have no type.
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
