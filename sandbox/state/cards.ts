export interface CardEntity {
  id: string;
  appId: string;
  card: string;
  sequence: number;
  message?: string;
  at: number;
}

export interface UpdateToken {
  appId: string;
  message: string;
  at: number;
  uses: number;
}
