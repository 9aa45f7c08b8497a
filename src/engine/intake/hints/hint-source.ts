// What does a watcher of any kind tell intake? Only where to look sooner; never what happened there.

export interface HintListener {
  /** Something may have changed directly in this folder ("/" between folders, '' = the root); null: anywhere. */
  onDirty(relativeFolder: string | null): void;
  /** The watcher misses things from now on: limits reached, descriptors used up, share gone. */
  onFailure(systemCode: string): void;
}

export interface HintWatch {
  close(): Promise<void>;
}

export interface HintSource {
  readonly name: string;
  /** Resolves when watching has begun; what changed before is the next reconcile's to find. */
  watch(root: string, listener: HintListener): Promise<HintWatch>;
}
