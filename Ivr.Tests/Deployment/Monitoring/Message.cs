using System.Buffers.Binary;
using System.Text;

namespace Ivr.Tests.Deployment.Monitoring;

/// <summary>A protobuf message, read without its schema: the fields by number, in the order of arrival.</summary>
internal sealed class Message
{
    private readonly List<(int Number, ulong Value, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public Message(ReadOnlyMemory<byte> bytes)
    {
        for (var at = 0; at < bytes.Length;)
        {
            var tag = Varint(bytes.Span, ref at);
            var (value, length) = (tag & 7) switch
            {
                0 => (Varint(bytes.Span, ref at), 0),
                1 => (BinaryPrimitives.ReadUInt64LittleEndian(bytes.Span[at..]), 8),
                2 => (0UL, (int)Varint(bytes.Span, ref at)),
                5 => (BinaryPrimitives.ReadUInt32LittleEndian(bytes.Span[at..]), 4),
                var type => throw new InvalidDataException($"Wire type {type}"),
            };
            _fields.Add(((int)(tag >> 3), value, bytes.Slice(at, length)));
            at += length;
        }
    }

    /// <summary>The nested messages in a field.</summary>
    public IEnumerable<Message> In(int number) => Each(number).Select(bytes => new Message(bytes));

    /// <summary>The text of a field; empty when the field is missing.</summary>
    public string Text(int number) => Encoding.UTF8.GetString(Each(number).LastOrDefault().Span);

    /// <summary>The bytes of a field in hexadecimal; empty when the field is missing.</summary>
    public string Hex(int number) => Convert.ToHexString(Each(number).LastOrDefault().Span);

    /// <summary>The number in a field; null when the field is missing.</summary>
    public ulong? Number(int number) => _fields.Where(field => field.Number == number).Select(field => (ulong?)field.Value).LastOrDefault();

    /// <summary>The packed doubles of a field.</summary>
    public IReadOnlyList<double> Doubles(int number) =>
        [.. Each(number).SelectMany(bytes => bytes.ToArray().Chunk(sizeof(double))).Select(each => BitConverter.ToDouble(each))];

    private IEnumerable<ReadOnlyMemory<byte>> Each(int number) => _fields.Where(field => field.Number == number).Select(field => field.Bytes);

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        var value = 0UL;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[at++];
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
                return value;
        }
    }
}
