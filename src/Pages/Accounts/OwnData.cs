using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using HnCe.Pages.Hosting;

namespace HnCe.Pages.Accounts;

/// <summary>导出我的数据: everything that is stored about the caller and shown to him, as one JSON file. Source: SEC-E8, PIPL Art. 45.</summary>
public sealed class OwnData(GraphClient graph)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file.</summary>
    /// <param name="isProfessional">Administrators have no records of their own.</param>
    public async Task<byte[]> ReadAsync(bool isProfessional)
    {
        var data = new JsonObject
        {
            ["account"] = JsonSerializer.SerializeToNode((await graph.AskJsonAsync("ExportAccount")).GetProperty("viewer")),
            ["messages"] = await AllAsync("ExportMessages"),
        };
        if (isProfessional)
        {
            data["declarations"] = await AllAsync("ExportDeclarations");
            data["years"] = await AllAsync("ExportYears");
        }

        return JsonSerializer.SerializeToUtf8Bytes(data, Readable);
    }

    private async Task<JsonArray> AllAsync(string operation)
    {
        var (all, after) = (new JsonArray(), (string?)null);
        do
        {
            var page = (await graph.AskJsonAsync(operation, after is null ? null : new { after })).GetProperty("page");
            foreach (var node in page.GetProperty("nodes").EnumerateArray())
            {
                all.Add(JsonSerializer.SerializeToNode(node));
            }

            var ends = page.GetProperty("pageInfo");
            after = ends.GetProperty("hasNextPage").GetBoolean() ? ends.GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);
        return all;
    }
}
