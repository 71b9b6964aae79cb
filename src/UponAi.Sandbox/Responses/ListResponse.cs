using System.Buffers;
using System.Globalization;
using System.Text.Json;
using UponAi.Sandbox.Requests;

namespace UponAi.Sandbox.Responses;

/// <summary>
/// Writes lists in the form of the options. A list is written in parts, because it may have a million rows.
/// </summary>
internal sealed class ListResponse(ListForm form)
{
    private const int PartSize = 64 * 1024;
    private const int PageLength = 5;

    /// <summary>Gets the query parameters for a page in this form.</summary>
    internal string[] QueryNames => form switch
    {
        ListForm.Keys => ["paginationKey"],
        ListForm.Pages => ["page"],
        _ => [],
    };

    /// <summary>Creates the response with the requested page.</summary>
    /// <param name="name">The name of the array in an object, or null if the documented form is a bare array.</param>
    /// <param name="rows">All rows of the list.</param>
    /// <param name="write">Writes one row.</param>
    /// <param name="query">The query, which selects the page.</param>
    internal ApiResponse From<T>(string? name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write, QueryReader query)
    {
        if (form is not (ListForm.Keys or ListForm.Pages or ListForm.Incomplete))
            return new(StatusCodes.Status200OK, Parts(NameIn(name), rows, write, static _ => { }));

        T[] all = [.. rows];
        var page = form switch
        {
            ListForm.Keys => query.Integer("paginationKey") ?? 0,
            ListForm.Pages => (query.Integer("page") ?? 1) - 1,
            _ => 0,
        };
        var pages = (all.Length + PageLength - 1) / PageLength;
        if (page < 0 || page > pages) throw Refusal.BadRequest($"There is no page {page + 1}.");
        return new(
            StatusCodes.Status200OK,
            Parts(
                NameIn(name),
                all.Skip(page * PageLength).Take(PageLength),
                write,
                writer => WriteEnd(writer, page, pages, all.Length)));
    }

    private string? NameIn(string? documented) => form switch
    {
        ListForm.Array => null,
        ListForm.Data => "data",
        ListForm.Items or ListForm.Keys or ListForm.Incomplete => "items",
        ListForm.Pages => documented ?? "data",
        _ => documented,
    };

    private void WriteEnd(Utf8JsonWriter writer, int page, int pages, int total)
    {
        if (form == ListForm.Pages)
        {
            writer.WriteStartObject("pagination");
            writer.WriteNumber("page", page + 1);
            writer.WriteNumber("limit", PageLength);
            writer.WriteNumber("total", total);
            writer.WriteNumber("pages", pages);
            writer.WriteEndObject();
            return;
        }

        var hasMore = page + 1 < pages;
        writer.WriteBoolean("has_more", hasMore);
        if (form == ListForm.Keys && hasMore)
            writer.WriteString("pagination_key", (page + 1).ToString(CultureInfo.InvariantCulture));
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Parts<T>(
        string? name, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write, Action<Utf8JsonWriter> writeEnd)
    {
        var buffer = new ArrayBufferWriter<byte>(PartSize);
        using var writer = new Utf8JsonWriter(buffer, SandboxJson.Readable);
        if (name is not null)
        {
            writer.WriteStartObject();
            writer.WriteBoolean("success", true);
            writer.WriteStartArray(name);
        }
        else
        {
            writer.WriteStartArray();
        }

        foreach (var row in rows)
        {
            write(writer, row);
            if (buffer.WrittenCount + writer.BytesPending < PartSize) continue;
            writer.Flush();
            yield return buffer.WrittenMemory;
            buffer.ResetWrittenCount();
        }

        writer.WriteEndArray();
        if (name is not null)
        {
            writeEnd(writer);
            writer.WriteEndObject();
        }

        writer.Flush();
        yield return buffer.WrittenMemory;
    }
}
