using System.Text.Encodings.Web;
using System.Text.Json;
using HnCe.Domain.Access;
using HnCe.Domain.Data;
using Microsoft.EntityFrameworkCore;

namespace HnCe.Domain.Accounts;

/// <summary>Shows the full ID number of one professional within reach, for a reason; each look leaves an audit line. Source: RULES on masking, SEC-E5.</summary>
public sealed class RevealIdNumber(UnitOfWork work, Caller caller, SecretBox box)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Answers with the 18 characters.</summary>
    public Task<Outcome<string>> RunAsync(long professionalId, string? reason, CancellationToken cancel) =>
        work.RunAsync<string>(nameof(RevealIdNumber), async write =>
        {
            if (string.IsNullOrWhiteSpace(reason) || reason.Length > 200)
            {
                return AccountRefusals.RevealReasonRequired;
            }

            var person = await work.Db.Professionals.AsNoTracking().Within(caller.ReachFor(Permission.RevealPersonalData))
                .SingleOrDefaultAsync(p => p.Id == professionalId, cancel);
            if (person is null)
            {
                return AccountRefusals.ProfessionalNotFound;
            }

            write.Note($"Professional:{professionalId}", JsonSerializer.Serialize($"ID number shown: {reason.Trim()}", Json));
            return box.Open(person.IdNumberSealed, SecretBox.IdNumber, person.PersonHash);
        }, cancel);
}
